import { type JobQueue, jobKind } from '../jobs/index.ts';
import { composeMail } from './compose-mail.ts';
import { isOptionalMailKind, type MailData, type MailKind, type MailLocale } from './mail-kinds.ts';
import type { MailPreferences } from './mail-preferences.port.ts';
import type { Mail } from './mail-sender.port.ts';
import type { UnsubscribeTokens } from './unsubscribe-tokens.port.ts';

/** Told a whole mail, which it hands over for delivery. */
export const SEND_MAIL = jobKind<Mail>('send-mail');

export interface MailPersonDeps {
  /** Of the unit of work, so that the mail leaves exactly when what it tells of is stored. */
  readonly jobs: JobQueue;
  readonly preferences: MailPreferences;
  readonly tokens: UnsubscribeTokens;
  /** The page's address as the world sees it, without a slash at the end: "https://snout.example". */
  readonly publicUrl: string;
}

export interface Recipient {
  readonly personId: string;
  readonly address: string;
  readonly locale: MailLocale;
}

/** Where a mail program unsubscribes with one POST (RFC 8058), and a person on a page with one button. */
export const UNSUBSCRIBE_PATH = '/unsubscribe';

/** Composes a mail and enqueues it, unless the person does not want its kind. */
export async function mailPerson<Kind extends MailKind>(
  deps: MailPersonDeps,
  recipient: Recipient,
  { kind, data }: { readonly kind: Kind; readonly data: MailData[Kind] },
): Promise<'enqueued' | 'unwanted'> {
  const order = { to: recipient.address, kind, locale: recipient.locale, data };
  if (!isOptionalMailKind(kind)) {
    await deps.jobs.enqueue(SEND_MAIL, composeMail(order));
    return 'enqueued';
  }
  if ((await deps.preferences.unwanted(recipient.personId)).includes(kind)) return 'unwanted';
  const token = deps.tokens.make(recipient.personId, kind);
  const unsubscribeUrl = `${deps.publicUrl}${UNSUBSCRIBE_PATH}?token=${encodeURIComponent(token)}`;
  await deps.jobs.enqueue(SEND_MAIL, composeMail({ ...order, unsubscribeUrl }));
  return 'enqueued';
}
