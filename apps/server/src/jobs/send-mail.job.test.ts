import { createJobRegistry } from '@snout/core/jobs';
import { type Mail, SEND_MAIL } from '@snout/core/notifications';
import { createFixedClock, createInMemoryJobs } from '@snout/core/testing';
import { expect, it } from 'vitest';
import { sendMailJob } from './send-mail.job.ts';

const MAIL: Mail = { to: 'ada@example.org', kind: 'sign-in-link', locale: 'en', subject: 'Your link', text: 'https://snout.example/link' };

it('hands a mail over with the id of the job, unless what it leads to has run out', async () => {
  const sent: [string, string | undefined][] = [];
  const clock = createFixedClock();
  const mail = { send: async ({ subject }: Mail, id?: string) => void sent.push([subject, id]) };
  const jobs = createInMemoryJobs(createJobRegistry([SEND_MAIL], [sendMailJob({ mail, clock })]), clock);
  const inSeconds = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000).toISOString();
  const asked = [
    { ...MAIL, subject: 'without an end' },
    { ...MAIL, subject: 'good for a second', sendBefore: inSeconds(1) },
    { ...MAIL, subject: 'over now', sendBefore: inSeconds(0) },
    { ...MAIL, subject: 'long over', sendBefore: inSeconds(-3600) },
  ];
  for (const one of asked) await jobs.enqueue(SEND_MAIL, one);
  const outcomes = await jobs.runUntilEmpty();
  expect(outcomes.map(({ kind }) => kind)).toEqual(asked.map(() => 'done'));
  expect(sent).toEqual([
    ['without an end', outcomes[0]?.id],
    ['good for a second', outcomes[1]?.id],
  ]);
});
