import type { JobQueue } from '../jobs/index.ts';
import { SEND_MAIL } from './mail-person.ts';
import type { MailSender } from './mail-sender.port.ts';

/** Hands mails over to the queue: what was taken is tried again until it is delivered, by whichever process. */
export function queuedMail(jobs: Pick<JobQueue, 'enqueue'>): MailSender {
  return {
    async send(mail) {
      await jobs.enqueue(SEND_MAIL, mail);
    },
  };
}
