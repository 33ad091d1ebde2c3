import type { MailLocale } from './mail-kinds.ts';

/** A mail as it leaves: made from a template, addressed to one person. */
export interface Mail {
  /** One address, e.g. "ada@example.org". */
  readonly to: string;
  /** Which template it was made from, e.g. "verify-address": for the log and the list of kinds one can unsubscribe from. */
  readonly kind: string;
  readonly locale: MailLocale;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Where one click ends mails of this kind (RFC 8058). Only kinds that nobody needs have one. */
  readonly unsubscribeUrl?: string;
  /** ISO 8601, UTC: later the mail is of no use, and is thrown away instead. For links that run out. */
  readonly sendBefore?: string;
}

/** Mails that became files because there is no mail server. */
export interface MailOutbox {
  /** Deletes the mails to an address. */
  forget(address: string): Promise<void>;
  /** Deletes older mails; gives their number. */
  removeBefore(time: Date): Promise<number>;
}

export interface MailSender {
  /**
   * Hands the mail over for delivery. Rejects when it was not taken: the caller, usually a job, tries again. `id`: the same in each try at
   * one mail, so that a mail that was taken although nobody heard so is known for the same when it comes again; letters, digits, hyphens.
   */
  send(mail: Mail, id?: string): Promise<void>;
}
