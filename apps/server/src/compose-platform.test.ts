import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailPerson } from '@snout/core/notifications';
import { createInMemoryPhotoStore } from '@snout/core/testing';
import { addWebhook, publishEvent } from '@snout/core/webhooks';
import { createMailPreferences, type Database, openInMemory } from '@snout/postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composePlatform, type Platform } from './compose-platform.ts';
import { readConfig } from './config.ts';
import { createLogger } from './logger.ts';

const ENROLLED = { tenantId: 'shelter', event: 'pet.enrolled', data: { petId: 'mia' } } as const;

const noPayments = () => {
  throw new Error('This test has no payments.');
};
const noImports = () => {
  throw new Error('Nothing is imported here.');
};

describe('the platform on a real database', () => {
  const clock = { now: () => new Date() };
  const ids = { next: () => randomUUID() };
  let database: Database;
  let folder: string;
  let platform: Platform;
  let receiver: Server;
  let received: string[];
  let status: number;

  beforeAll(async () => {
    database = await openInMemory();
    await database.db.insertInto('tenants').values({ id: 'shelter', kind: 'shelter', name: 'Paws' }).execute();
  }, 300_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-platform-'));
    const config = readConfig({ SNOUT_DATA: folder, SNOUT_OUTBOUND_ALLOW: '127.0.0.1/32', SNOUT_METRICS_PORT: '0' });
    platform = await composePlatform({
      config,
      log: createLogger('silent'),
      database,
      clock,
      ids,
      photos: createInMemoryPhotoStore(clock),
      imports: noImports,
      payments: noPayments,
    });
    received = [];
    status = 200;
    receiver = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      received.push(Buffer.concat(chunks).toString());
      response.writeHead(status).end();
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
  });
  afterEach(async () => {
    await platform.close();
    receiver.close();
    await rm(folder, { recursive: true });
  });

  const addEndpoint = () => {
    const address = receiver.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/in`;
    const by = { actor: { kind: 'service', id: null }, requestId: null } as const;
    return addWebhook({ ...platform.webhooks, by }, { tenantId: 'shelter', url, events: [], description: '' });
  };
  const publish = () => platform.webhooks.inUnit((unit) => publishEvent({ ...unit, clock, ids }, ENROLLED));

  it('tells webhooks of what was committed, and of nothing else', async () => {
    const { id } = await addEndpoint();
    await publish();
    const undone = platform.webhooks.inUnit(async (unit) => {
      await publishEvent({ ...unit, clock, ids }, ENROLLED);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await platform.jobs.runUntilEmpty();
    expect(received.map((body) => JSON.parse(body))).toMatchObject([{ type: 'pet.enrolled', data: { petId: 'mia' } }]);
    const { webhooks } = platform.webhooks;
    expect(await webhooks.listDeliveries({ tenantId: 'shelter', endpointId: id, limit: 9 })).toMatchObject([{ state: 'delivered' }]);
    await webhooks.removeEndpoint('shelter', id);
  });

  it('records an attempt together with the job of the next, and ends, by mail to owners and admins, when the receiver is gone', async () => {
    for (const role of ['owner', 'admin', 'staff'] as const) {
      const locale = role === 'admin' ? 'zh-CN' : 'en';
      const person = { id: role, name: role, email: `${role}@example.org`, email_verified: true, locale, is_operator: false } as const;
      await database.db.insertInto('users').values(person).execute();
      await database.db.insertInto('members').values({ tenant_id: 'shelter', user_id: role, role }).execute();
    }
    const { id } = await addEndpoint();
    status = 500;
    await publish();
    await platform.jobs.runUntilEmpty();
    expect(received).toHaveLength(1);
    status = 410;
    await platform.jobs.runUntilEmpty({ ahead: true });
    expect(received).toHaveLength(2);
    expect(await platform.webhooks.webhooks.findEndpoint('shelter', id)).toMatchObject({ disabled: 'gone' });
    expect(await platform.metrics.text()).toContain('snout_job_attempts_total{job="deliver-webhook",outcome="done"} 2');
    await platform.jobs.runUntilEmpty();
    const mails = await Promise.all((await readdir(join(folder, 'outbox'))).map((name) => readFile(join(folder, 'outbox', name), 'utf8')));
    expect(mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim()).sort()).toEqual(['admin@example.org', 'owner@example.org']);
    await platform.webhooks.webhooks.removeEndpoint('shelter', id);
  });

  it('writes a mail to a file when the row it tells of is there', async () => {
    const { unsubscribeTokens: tokens } = platform;
    const recipient = { personId: 'ada', address: 'ada@example.org', locale: 'en' } as const;
    const reminder = { kind: 'photo-reminder', data: { pet: 'Mia', why: 'grown', link: 'https://snout.example/p' } } as const;
    await database.db.transaction().execute(async (transaction) => {
      const deps = {
        jobs: platform.jobs.within(transaction),
        preferences: createMailPreferences(transaction),
        tokens,
        publicUrl: 'https://snout.example',
      };
      await mailPerson(deps, recipient, reminder);
    });
    const outcomes = await platform.jobs.runUntilEmpty();
    expect(outcomes).toMatchObject([{ name: 'send-mail', kind: 'done' }]);
    expect(await readdir(join(folder, 'outbox'))).toEqual([expect.stringMatching(/photo-reminder.*\.eml$/)]);
  });

  it('does jobs by itself once it was started, and keeps its keys for the next start', async () => {
    await platform.start();
    const { id } = await addEndpoint();
    const came = once(receiver, 'request');
    await publish();
    await came;
    await platform.webhooks.webhooks.removeEndpoint('shelter', id);
    const token = platform.unsubscribeTokens.make('ada', 'photo-reminder');
    const key = platform.push.sender.publicKey;
    await platform.close();
    const config = readConfig({ SNOUT_DATA: folder });
    platform = await composePlatform({
      config,
      log: createLogger('silent'),
      database,
      clock,
      ids,
      photos: createInMemoryPhotoStore(clock),
      imports: noImports,
      payments: noPayments,
    });
    expect(platform.push.sender.publicKey).toBe(key);
    expect(platform.unsubscribeTokens.read(token)).toEqual({ personId: 'ada', kind: 'photo-reminder' });
  });
});
