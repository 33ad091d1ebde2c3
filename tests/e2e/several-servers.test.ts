import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enrolmentSchema, identificationSchema, madeApiKeySchema, meSchema, petListSchema } from '@snout/contract';
import { describeOnPostgres } from '@snout/postgres/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawnJpeg } from './drawn-jpeg.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { signUp } from './sign-up.ts';

/** Good at both servers. */
let cookie: string;

const SLOW = { timeout: 240_000 };

/** Two real servers as processes of their own, on one PostgreSQL database and one folder of photos. */
describeOnPostgres('two servers on one database', (url) => {
  let data: string;
  let first: RunningServer;
  let second: RunningServer;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'snout-servers-'));
    const settings = { DATABASE_URL: url(), SNOUT_DATA: data, SNOUT_API_KEY_RATE: '3' };
    // Together, on a database that neither has migrated yet.
    [first, second] = await Promise.all([startServer(settings), startServer(settings)]);
    cookie = await signUp(first.url);
  }, 300_000);
  afterAll(async () => {
    await Promise.all([first?.end('SIGTERM'), second?.end('SIGTERM')]);
    await rm(data, { recursive: true, force: true });
  });

  it('know at once what the other has enrolled, found and forgotten', SLOW, async () => {
    const id = await enrol(first, 'Rex', ['rex', 1], ['rex', 2]);
    expect(await candidates(second, ['rex', 3])).toEqual(['Rex']);
    // The second has searched: templates kept in its memory would be stale from here on.
    await enrol(first, 'Zorro', ['zorro', 1]);
    expect((await candidates(second, ['zorro', 2])).toSorted()).toEqual(['Rex', 'Zorro']);
    expect((await fetch(`${second.url}/api/pets/${id}`, { method: 'DELETE', headers: { cookie } })).ok).toBe(true);
    expect((await fetch(`${first.url}/api/pets/${id}`, { headers: { cookie } })).status).toBe(404);
    expect(await candidates(first, ['rex', 3])).toEqual(['Zorro']);
  });

  it('count the requests of an API key together', SLOW, async () => {
    const asking = { headers: { cookie, 'content-type': 'application/json' } };
    const { id } = meSchema.parse(await (await fetch(`${first.url}/api/me`, asking)).json());
    const body = JSON.stringify({ name: 'feed', scopes: ['pets:read'] });
    const made = await fetch(`${first.url}/api/tenants/${id}/api-keys`, { ...asking, method: 'POST', body });
    const { secret } = madeApiKeySchema.parse(await made.json());
    const ask = (server: RunningServer) => fetch(`${server.url}/api/pets`, { headers: { authorization: `Bearer ${secret}` } });
    const answers = await Promise.all([first, second, first, second, first, second].map(ask));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429, 429, 429]);
  });

  it('enrol side by side without losing a pet', SLOW, async () => {
    const names = ['Amy', 'Ben', 'Cleo', 'Dot'];
    await Promise.all(names.map(async (name, index) => enrol(index % 2 === 0 ? first : second, name, [name, 1])));
    for (const server of [first, second]) {
      const { pets } = petListSchema.parse(await (await fetch(`${server.url}/api/pets`, { headers: { cookie } })).json());
      expect(pets.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    }
  });
});

type Photo = readonly [pet: string, photo: number];

async function enrol(server: RunningServer, name: string, ...photos: readonly Photo[]): Promise<string> {
  const body = await form(...photos);
  body.set('name', name);
  body.set('allowDuplicate', 'true');
  body.set('sameAnimal', 'true');
  const response = await fetch(`${server.url}/api/pets`, { method: 'POST', body, headers: { cookie } });
  expect(response.status).toBe(201);
  return enrolmentSchema.parse(await response.json()).pet.id;
}

/** Names of the pets that a photo may show. */
async function candidates(server: RunningServer, photo: Photo): Promise<readonly string[]> {
  const response = await fetch(`${server.url}/api/identify`, { method: 'POST', body: await form(photo), headers: { cookie } });
  const [answer] = identificationSchema.parse(await response.json()).photos;
  return answer?.kind === 'identified' ? (answer.heads[0]?.verdict.candidates.map(({ pet }) => pet.name) ?? []) : [];
}

async function form(...photos: readonly Photo[]): Promise<FormData> {
  const body = new FormData();
  for (const [pet, photo] of photos) body.append('photos', await drawnJpeg(pet, 'dog', photo));
  return body;
}
