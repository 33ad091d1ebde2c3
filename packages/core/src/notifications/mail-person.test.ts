import { beforeEach, describe, expect, it } from 'vitest';
import { createJobRegistry, defineJob } from '../jobs/index.ts';
import { createFixedClock, createInMemoryJobs, createInMemoryMailPreferences } from '../testing/index.ts';
import { type Mail, mailPerson, SEND_MAIL } from './index.ts';

describe('mail to a person', () => {
  const ada = { personId: 'ada', address: 'ada@example.org', locale: 'en' } as const;
  const reminder = { kind: 'photo-reminder', data: { pet: 'Mia', why: 'grown', link: 'https://snout.example/p' } } as const;
  let sent: Mail[];
  let deps: Parameters<typeof mailPerson>[0] & { readonly jobs: ReturnType<typeof createInMemoryJobs> };

  beforeEach(() => {
    sent = [];
    const options = { attempts: 1, retryAfterSeconds: 1, timeoutSeconds: 1, concurrency: 1 };
    const payload = { parse: (stored: unknown) => stored as Mail };
    const run = async (mail: Mail) => void sent.push(mail);
    const registry = createJobRegistry([SEND_MAIL], [defineJob({ kind: SEND_MAIL, payload, options, run })]);
    deps = {
      jobs: createInMemoryJobs(registry, createFixedClock()),
      preferences: createInMemoryMailPreferences(),
      tokens: { make: (person, kind) => `${person}+${kind}`, read: () => null },
      publicUrl: 'https://snout.example',
    };
  });

  it('leaves as a job, with the address that unsubscribes this person from this kind', async () => {
    expect(await mailPerson(deps, ada, reminder)).toBe('enqueued');
    await deps.jobs.runUntilEmpty();
    const url = 'https://snout.example/unsubscribe?token=ada%2Bphoto-reminder';
    expect(sent).toMatchObject([{ to: 'ada@example.org', unsubscribeUrl: url, text: expect.stringContaining(url) }]);
  });

  it('does not leave when the person does not want its kind, and does for somebody else', async () => {
    await deps.preferences.set('ada', 'photo-reminder', false);
    expect(await mailPerson(deps, ada, reminder)).toBe('unwanted');
    expect(await mailPerson(deps, { ...ada, personId: 'bob' }, reminder)).toBe('enqueued');
    await deps.preferences.set('ada', 'photo-reminder', true);
    expect(await mailPerson(deps, ada, reminder)).toBe('enqueued');
  });

  it('cannot be unsubscribed from when it is necessary', async () => {
    for (const kind of ['photo-reminder', 'webhook-disabled'] as const) await deps.preferences.set('ada', kind, false);
    const link = 'https://snout.example/v';
    expect(await mailPerson(deps, ada, { kind: 'verify-address', data: { link, validHours: 1 } })).toBe('enqueued');
    await deps.jobs.runUntilEmpty();
    expect(sent.map(({ kind, unsubscribeUrl }) => [kind, unsubscribeUrl])).toEqual([['verify-address', undefined]]);
  });
});
