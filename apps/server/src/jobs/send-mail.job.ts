import { type AnyJob, defineJob } from '@snout/core/jobs';
import { MAIL_LOCALES, type MailSender, SEND_MAIL } from '@snout/core/notifications';
import type { Clock } from '@snout/core/recognition';
import { z } from 'zod';

const payload = z.object({
  to: z.string(),
  kind: z.string(),
  locale: z.enum(MAIL_LOCALES),
  subject: z.string(),
  text: z.string(),
  html: z.string().exactOptional(),
  unsubscribeUrl: z.string().exactOptional(),
  sendBefore: z.iso.datetime().exactOptional(),
});

/**
 * Hands a mail over. A crash between the server's yes and ours sends it twice, with the same Message-ID: better than not at all. Mails hold
 * addresses and links that sign in: the job is deleted as soon as its mail was taken, and a mail whose link has run out is not sent any more.
 */
export function sendMailJob({ mail, clock }: { readonly mail: MailSender; readonly clock: Clock }): AnyJob {
  return defineJob({
    kind: SEND_MAIL,
    payload,
    // Some 17 hours: a mail server may be away for a night.
    options: { attempts: 11, retryAfterSeconds: 60, timeoutSeconds: 60, concurrency: 2, isForgottenWhenDone: true },
    run: async (sent, { id }) => {
      if (sent.sendBefore !== undefined && clock.now().toISOString() >= sent.sendBefore) return;
      await mail.send(sent, id);
    },
  });
}
