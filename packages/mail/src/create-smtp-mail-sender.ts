import { randomUUID } from 'node:crypto';
import type { MailSender } from '@snout/core/notifications';
import { createMailTransport } from './mail-transport.ts';

export interface SmtpSettings {
  /** "smtp://name:password@host:587", or "smtps://" for a connection that is encrypted from the start. */
  readonly url: string;
  /** "Snout <snout@example.org>" */
  readonly from: string;
}

/** Hands mails to a mail server. `send` rejects with what the server said. */
export function createSmtpMailSender({ url, from }: SmtpSettings): MailSender & { close(): void } {
  const transport = createMailTransport({ smtpUrl: url, from });
  return {
    async send(mail, id = randomUUID()) {
      await transport.send(mail, id);
    },
    close: () => transport.close(),
  };
}
