import type { Mail } from '@snout/core/notifications';
import { createTransport, type Transporter } from 'nodemailer';

/** Answers of a mail server that takes longer are given up; in milliseconds. The job that sends tries again. */
const SERVER_TIMEOUT_MS = 20_000;

/** Somewhere a mail goes: a server, or bytes. */
export interface MailTransport {
  /** The whole message as it left, RFC 5322. `id`: of the mail, becomes its Message-ID. */
  send(mail: Mail, id: string): Promise<Uint8Array | null>;
  close(): void;
}

/** The only file that knows the mail library. `smtpUrl` null: mails are only composed. `from`: "Snout <snout@example.org>". */
export function createMailTransport(options: { readonly smtpUrl: string | null; readonly from: string }): MailTransport {
  const defaults = { from: options.from };
  const domain = /@([^@\s>]+)>?\s*$/.exec(options.from)?.[1] ?? 'localhost';
  const transporter: Pick<Transporter, 'sendMail' | 'close'> =
    options.smtpUrl === null
      ? createTransport({ streamTransport: true, buffer: true, newline: 'windows' }, defaults)
      : createTransport({ url: options.smtpUrl, connectionTimeout: SERVER_TIMEOUT_MS, socketTimeout: SERVER_TIMEOUT_MS }, defaults);
  return {
    async send(mail, id) {
      const sent: { readonly message?: unknown } = await transporter.sendMail({ ...toMessage(mail), messageId: `<${id}@${domain}>` });
      return sent.message instanceof Uint8Array ? sent.message : null;
    },
    close: () => transporter.close(),
  };
}

function toMessage(mail: Mail) {
  return {
    // Given as an object: a comma or a name in the text must not become a second recipient.
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.locale,
      // RFC 8058: mail programs show one button that unsubscribes without a page.
      ...(mail.unsubscribeUrl === undefined
        ? {}
        : { 'List-Unsubscribe': `<${mail.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    // Nothing in a mail is read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
