import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditLog } from '../audit/index.ts';
import { createJobRegistry, defineJob } from '../jobs/index.ts';
import {
  createCountingIds,
  createFixedClock,
  createInMemoryAuditLog,
  createInMemoryJobs,
  createInMemoryWebhooks,
} from '../testing/index.ts';
import {
  addWebhook,
  changeWebhook,
  DELIVER_WEBHOOK,
  deliverWebhook,
  type ManageWebhooksDeps,
  publishEvent,
  RETRY_AFTER_SECONDS,
  removeWebhook,
  replayDelivery,
  resumeDeliveries,
  rotateWebhookSecret,
  testWebhook,
  type WebhookAnswer,
  type WebhookMessage,
} from './index.ts';

const TENANT = 'shelter';
const HOOK = { tenantId: TENANT, url: 'https://hooks.example/in', events: [], description: '' } as const;
const ENROLLED = { tenantId: TENANT, event: 'pet.enrolled', data: { petId: 'mia' } } as const;

describe('webhooks', () => {
  const clock = createFixedClock();
  let sent: WebhookMessage[];
  let answers: WebhookAnswer[];
  let switchedOff: string[];
  let audit: AuditLog;
  let deps: ManageWebhooksDeps & { readonly jobs: ReturnType<typeof createInMemoryJobs> };

  beforeEach(() => {
    sent = [];
    answers = [];
    switchedOff = [];
    let secrets = 0;
    const webhooks = createInMemoryWebhooks();
    const job = defineJob({
      kind: DELIVER_WEBHOOK,
      payload: { parse: (stored) => stored as Parameters<typeof deliverWebhook>[1] },
      options: { attempts: 2, retryAfterSeconds: 1, timeoutSeconds: 60, concurrency: 1 },
      run: async (payload, { signal }) => void (await deliverWebhook(deps, payload, signal)),
    });
    const jobs = createInMemoryJobs(createJobRegistry([DELIVER_WEBHOOK], [job]), clock);
    audit = createInMemoryAuditLog();
    deps = {
      by: { actor: { kind: 'person', id: 'ada' }, requestId: 'r-1' },
      webhooks,
      jobs,
      clock,
      ids: createCountingIds('msg'),
      sender: {
        send: async (message) => {
          sent.push(message);
          return answers.shift() ?? { kind: 'answered', status: 200 };
        },
        makeSecret: () => `whsec_${++secrets}`,
        problemOf: (url) => (url.startsWith('https:') ? null : 'Only https.'),
      },
      inUnit: (work) => work({ webhooks, jobs, audit, disabled: async ({ disabled }) => void switchedOff.push(String(disabled)) }),
    };
  });

  const answered = (status: number): WebhookAnswer => ({ kind: 'answered', status });
  const log = async () => (await deps.webhooks.listDeliveries({ tenantId: TENANT, limit: 99 })).toReversed();

  it('tell those who want an event, once, with what it says and all secrets that are valid', async () => {
    await addWebhook(deps, HOOK);
    await addWebhook(deps, { ...HOOK, events: ['pet.erased'] });
    await addWebhook(deps, { ...HOOK, tenantId: 'clinic' });
    expect(await publishEvent(deps, ENROLLED)).toBe(1);
    await deps.jobs.runUntilEmpty({ ahead: true });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ url: HOOK.url, secrets: ['whsec_1'] });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ type: 'pet.enrolled', timestamp: clock.now().toISOString(), data: { petId: 'mia' } });
    expect(await log()).toMatchObject([{ state: 'delivered', attempts: [{ status: 200, problem: null }] }]);
  });

  it('try again later, under the same message id, until the receiver takes it', async () => {
    answers = [{ kind: 'unanswered', problem: 'no answer' }, answered(500), answered(302), answered(204)];
    await addWebhook(deps, HOOK);
    await publishEvent(deps, ENROLLED);
    await deps.jobs.runUntilEmpty();
    expect(sent).toHaveLength(1);
    clock.advance(RETRY_AFTER_SECONDS[0] * 1000);
    await deps.jobs.runUntilEmpty();
    expect(sent).toHaveLength(2);
    clock.advance(RETRY_AFTER_SECONDS[1] * 1000 - 1);
    await deps.jobs.runUntilEmpty();
    expect(sent).toHaveLength(2);
    await deps.jobs.runUntilEmpty({ ahead: true });
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await log()).toMatchObject([
      { state: 'delivered', attempts: [{ status: null, problem: 'no answer' }, { status: 500 }, { status: 302 }, { status: 204 }] },
    ]);
  });

  it('are switched off, and their people told, when the receiver says that it is gone', async () => {
    answers = [answered(410)];
    const { id } = await addWebhook(deps, HOOK);
    await publishEvent(deps, ENROLLED);
    await deps.jobs.runUntilEmpty({ ahead: true });
    expect(sent).toHaveLength(1);
    expect(await deps.webhooks.findEndpoint(TENANT, id)).toMatchObject({ disabled: 'gone' });
    expect(switchedOff).toEqual(['gone']);
    expect(await publishEvent(deps, ENROLLED)).toBe(0);
  });

  it('are switched off when every attempt failed for days, but not when others came through meanwhile', async () => {
    const attempts = RETRY_AFTER_SECONDS.length + 1;
    const { id } = await addWebhook(deps, HOOK);
    answers = Array.from({ length: attempts }, () => answered(500));
    await publishEvent(deps, ENROLLED);
    await deps.jobs.runUntilEmpty({ ahead: true });
    expect(sent).toHaveLength(attempts);
    expect(await log()).toMatchObject([{ state: 'failed' }]);
    expect(switchedOff).toEqual(['failing']);

    await changeWebhook(deps, TENANT, id, { isOn: true });
    answers = [answered(500), answered(200)];
    await publishEvent(deps, ENROLLED);
    await deps.jobs.runUntilEmpty();
    await testWebhook(deps, TENANT, id);
    await deps.jobs.runUntilEmpty();
    answers = Array.from({ length: attempts - 1 }, () => answered(500));
    await deps.jobs.runUntilEmpty({ ahead: true });
    expect(sent).toHaveLength(2 * attempts + 1);
    expect(switchedOff).toEqual(['failing']);
  });

  it('keep nothing of the message for an endpoint that was switched off while it waited', async () => {
    const { id } = await addWebhook(deps, HOOK);
    await publishEvent(deps, ENROLLED);
    await changeWebhook(deps, TENANT, id, { isOn: false });
    await deps.jobs.runUntilEmpty({ ahead: true });
    expect(sent).toEqual([]);
    expect(await log()).toMatchObject([{ state: 'failed', attempts: [{ problem: 'The endpoint is switched off.' }] }]);
  });

  it('do not make an attempt again that was recorded', async () => {
    answers = [answered(500)];
    await addWebhook(deps, HOOK);
    await publishEvent(deps, ENROLLED);
    await deps.jobs.runUntilEmpty();
    const [delivery] = await log();
    const again = { tenantId: TENANT, deliveryId: delivery?.id ?? '', attempt: 1 };
    expect(await deliverWebhook(deps, again, new AbortController().signal)).toBe('over');
    expect(sent).toHaveLength(1);
  });

  it('can be replayed, with the whole series of attempts again', async () => {
    answers = [answered(410)];
    const { id } = await addWebhook(deps, HOOK);
    await publishEvent(deps, ENROLLED);
    await deps.jobs.runUntilEmpty({ ahead: true });
    const [failed] = await log();
    await changeWebhook(deps, TENANT, id, { isOn: true });
    answers = [answered(500), answered(200)];
    await replayDelivery(deps, TENANT, failed?.id ?? '');
    await replayDelivery(deps, TENANT, failed?.id ?? '');
    await deps.jobs.runUntilEmpty();
    clock.advance(RETRY_AFTER_SECONDS[0] * 1000);
    await deps.jobs.runUntilEmpty();
    expect(await log()).toMatchObject([
      { id: failed?.id, state: 'delivered', attempts: [{ status: 410 }, { status: 500 }, { status: 200 }] },
    ]);
    await expect(replayDelivery(deps, 'clinic', failed?.id ?? '')).rejects.toMatchObject({ code: 'delivery-not-found' });
  });

  it('that wait are delivered although their jobs were lost, when they are due, and not twice', async () => {
    await addWebhook(deps, HOOK);
    answers = [answered(500), answered(200)];
    await publishEvent(deps, ENROLLED);
    await deps.jobs.runUntilEmpty();
    await publishEvent(deps, ENROLLED);
    await deps.jobs.forget([TENANT]);
    expect(await resumeDeliveries(deps)).toBe(2);
    expect(await resumeDeliveries(deps)).toBe(2);
    await deps.jobs.runUntilEmpty();
    expect((await log()).map(({ state }) => state)).toEqual(['waiting', 'delivered']);
    clock.advance(RETRY_AFTER_SECONDS[0] * 1000);
    await deps.jobs.runUntilEmpty();
    expect((await log()).map(({ state, attempts }) => [state, attempts.length])).toEqual([
      ['delivered', 2],
      ['delivered', 1],
    ]);
    expect(sent).toHaveLength(3);
  });

  it('sign with the old secret too for a day after a rotation, and then no more', async () => {
    const { id, secrets } = await addWebhook(deps, HOOK);
    expect(secrets.map(({ value }) => value)).toEqual(['whsec_1']);
    await rotateWebhookSecret(deps, TENANT, id);
    const twice = await rotateWebhookSecret(deps, TENANT, id);
    expect(twice.secrets.map(({ value }) => value)).toEqual(['whsec_3', 'whsec_2']);
    await testWebhook(deps, TENANT, id);
    await deps.jobs.runUntilEmpty();
    clock.advance(24 * 3_600_000);
    await testWebhook(deps, TENANT, id);
    await deps.jobs.runUntilEmpty();
    expect(sent.map((message) => message.secrets)).toEqual([['whsec_3', 'whsec_2'], ['whsec_3']]);
  });

  it('are in the log with each change, without secrets and paths', async () => {
    const { id } = await addWebhook(deps, HOOK);
    await changeWebhook(deps, TENANT, id, { isOn: false, events: ['pet.erased'] });
    await rotateWebhookSecret(deps, TENANT, id);
    await removeWebhook(deps, TENANT, id);
    const entries = await audit.list({ tenantId: TENANT, record: { kind: 'webhook', id }, limit: 9 });
    expect(entries.map(({ action, before, after }) => [action, before, after]).reverse()).toEqual([
      ['webhook-added', null, { host: 'hooks.example', events: 'all', isOn: true }],
      ['webhook-changed', { events: 'all', isOn: true }, { events: 'pet.erased', isOn: false }],
      ['webhook-secret-rotated', {}, {}],
      ['webhook-removed', { host: 'hooks.example', events: 'pet.erased', isOn: false }, null],
    ]);
    expect(entries[0]).toMatchObject({ actor: { kind: 'person', id: 'ada' }, requestId: 'r-1' });
    expect(JSON.stringify(entries)).not.toMatch(/whsec|\/in/);
  });

  it('refuse addresses that cannot be called, too many endpoints, and those of others', async () => {
    await expect(addWebhook(deps, { ...HOOK, url: 'ftp://x' })).rejects.toMatchObject({
      code: 'webhook-url-refused',
      message: 'Only https.',
    });
    const { id } = await addWebhook(deps, HOOK);
    await expect(changeWebhook(deps, TENANT, id, { url: 'http://x' })).rejects.toMatchObject({ code: 'webhook-url-refused' });
    await expect(changeWebhook(deps, 'clinic', id, { description: 'mine' })).rejects.toMatchObject({ code: 'webhook-not-found' });
    await expect(rotateWebhookSecret(deps, 'clinic', id)).rejects.toMatchObject({ code: 'webhook-not-found' });
    for (let i = 1; i < 20; i++) await addWebhook(deps, HOOK);
    await expect(addWebhook(deps, HOOK)).rejects.toMatchObject({ code: 'webhook-too-many' });
  });
});
