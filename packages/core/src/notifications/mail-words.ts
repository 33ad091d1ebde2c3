import type { MailData, MailKind } from './mail-kinds.ts';

/** A mail in words, before it becomes text and HTML. */
export interface MailWords {
  readonly subject: string;
  /** What somebody else wrote is a quotation, so that it cannot pose as words of ours. */
  readonly paragraphs: readonly (string | { readonly quote: string })[];
  readonly action?: { readonly label: string; readonly link: string };
  /** Smaller, below: what to do when the mail is unexpected, how long a link is valid. */
  readonly notes?: readonly string[];
}

/** All mails in one language. */
export interface MailTemplates {
  readonly kinds: { readonly [Kind in MailKind]: (data: MailData[Kind]) => MailWords };
  /** Before the address that unsubscribes. */
  readonly unsubscribe: string;
  /** Last line: who sends this. */
  readonly signature: string;
}
