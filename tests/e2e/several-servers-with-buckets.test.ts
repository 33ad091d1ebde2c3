import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '@snout/blobs';
import { describeOnS3 } from '@snout/blobs/testing';
import { API_PATHS, apiPath, enrolmentSchema, identificationSchema, meSchema, webhookWithSecretSchema } from '@snout/contract';
import { startReceiver } from '@snout/outbound/testing';
import { describeOnPostgres } from '@snout/postgres/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { drawnJpeg } from './drawn-jpeg.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { signUp } from './sign-up.ts';

/** A job of a process that died is taken up within about a minute. */
const SLOW = { timeout: 400_000 };
const EDITS = 12;
/** Webhooks that one process has under way at the same time (jobs/deliver-webhook.job.ts). */
const CONCURRENT = 4;

/** Two real servers as processes of their own, each with a folder of its own, on one PostgreSQL database and one bucket. */
describeOnPostgres('two servers on one database', (url) => {
  describeOnS3('and one bucket', (freshBucket) => {
    const folders: string[] = [];
    let servers: readonly RunningServer[] = [];
    let cookie: string;
    let receiver: Awaited<ReturnType<typeof startReceiver>>;
    let heard: () => void = () => {};
    beforeAll(async () => {
      receiver = await startReceiver((response) => {
        response.end();
        heard();
      });
      const shared = { DATABASE_URL: url(), SNOUT_OUTBOUND_ALLOW: '127.0.0.1/32', SNOUT_LOG_LEVEL: 'debug', ...settingsOf(freshBucket()) };
      const start = async () => {
        const data = await mkdtemp(join(tmpdir(), 'snout-servers-'));
        folders.push(data);
        return startServer({ ...shared, SNOUT_DATA: data });
      };
      servers = await Promise.all([start(), start()]);
      cookie = await signUp(both()[0].url);
    }, 300_000);
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.end('SIGKILL')));
      await receiver.close();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    });

    const both = (): readonly [RunningServer, RunningServer] => {
      const [first, second] = servers;
      if (!first || !second) throw new Error('They have not been started.');
      return [first, second];
    };
    const ask = (server: RunningServer, path: string, init: RequestInit = {}) => {
      const type: Record<string, string> = typeof init.body === 'string' ? { 'content-type': 'application/json' } : {};
      return fetch(`${server.url}${path}`, { ...init, headers: { cookie, ...type } });
    };
    const enrol = async (server: RunningServer, name: string) => {
      const response = await ask(server, API_PATHS.pets, { method: 'POST', body: await form([name, 1], { name, allowDuplicate: 'true' }) });
      expect(response.status).toBe(201);
      return enrolmentSchema.parse(await response.json()).pet;
    };
    const edit = async (server: RunningServer, petId: string, marks: string) => {
      const body = JSON.stringify({ marks });
      expect((await ask(server, apiPath(API_PATHS.petProfile, { petId }), { method: 'PATCH', body })).status).toBe(200);
    };
    /** Resolves when so many different webhooks have come. */
    const received = (count: number) =>
      new Promise<void>((resolve) => {
        heard = () => {
          if (idsOf(receiver.received).size >= count) resolve();
        };
        heard();
      });

    it('serve photos that came through the other, recognise its pets, and forget what it forgot', SLOW, async () => {
      const [first, second] = both();
      const pet = await enrol(first, 'rex');
      const path = apiPath(API_PATHS.petPhoto, { petId: pet.id, photoId: pet.photos[0]?.id ?? '' });
      const [here, there] = await Promise.all([ask(first, path), ask(second, path)]);
      expect([here.status, there.status, there.headers.get('content-type')]).toEqual([200, 200, 'image/jpeg']);
      expect(Buffer.from(await there.arrayBuffer()).equals(Buffer.from(await here.arrayBuffer()))).toBe(true);
      const found = await ask(second, API_PATHS.identify, { method: 'POST', body: await form(['rex', 2]) });
      const [seen] = identificationSchema.parse(await found.json()).photos;
      expect(seen).toMatchObject({ kind: 'identified', heads: [{ verdict: { candidates: [{ pet: { name: 'rex' } }] } }] });
      expect((await ask(second, apiPath(API_PATHS.pet, { petId: pet.id }), { method: 'DELETE' })).status).toBe(204);
      expect((await ask(first, path)).status).toBe(404);
    });

    it('do each job once between them, and those of one that was killed', SLOW, async () => {
      const [first, second] = both();
      const me = meSchema.parse(await (await ask(first, API_PATHS.me)).json());
      const hook = JSON.stringify({ url: `${receiver.url}/in`, events: ['pet.updated'], description: '' });
      const tenantId = me.memberships[0]?.tenant.id ?? '';
      const made = await ask(first, apiPath(API_PATHS.webhooks, { tenantId }), { method: 'POST', body: hook });
      expect(webhookWithSecretSchema.parse(await made.json()).webhook.isOn).toBe(true);
      const pet = await enrol(second, 'zorro');
      for (let number = 0; number < EDITS; number++) await edit(number % 2 === 0 ? first : second, pet.id, `mark ${number}`);
      await received(EDITS);
      expect(receiver.received).toHaveLength(EDITS);

      for (let number = 0; number < EDITS; number++) await edit(second, pet.id, `other mark ${number}`);
      const killed = await first.end('SIGKILL');
      await received(2 * EDITS);
      const stopped = await second.end('SIGTERM');
      expect(idsOf(receiver.received).size).toBe(2 * EDITS);
      // What the killed one had under way came again, with the same id, and was done once by the books.
      expect(receiver.received.length).toBeLessThanOrEqual(2 * EDITS + CONCURRENT);
      const done = deliveriesIn(killed.log) + deliveriesIn(stopped.log);
      expect(done).toBeGreaterThanOrEqual(2 * EDITS - CONCURRENT);
      expect(done).toBeLessThanOrEqual(2 * EDITS);
    });
  });
});

const lineSchema = z.object({ job: z.string().optional(), msg: z.string() });

/** Webhooks that a process logs as done. */
function deliveriesIn(log: string): number {
  const lines = log.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
  const told = lines.map((line) => lineSchema.safeParse(JSON.parse(line)).data);
  return told.filter((line) => line?.job === 'deliver-webhook' && line.msg === 'a job was done').length;
}

function idsOf(received: readonly { readonly headers: Readonly<Record<string, string | undefined>> }[]): ReadonlySet<string> {
  return new Set(received.map(({ headers }) => headers['webhook-id'] ?? ''));
}

function settingsOf({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): Record<string, string> {
  return {
    S3_ENDPOINT: endpoint ?? '',
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  };
}

async function form([pet, photo]: readonly [pet: string, photo: number], fields: Readonly<Record<string, string>> = {}): Promise<FormData> {
  const body = new FormData();
  body.append('photos', await drawnJpeg(pet, 'dog', photo));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return body;
}
