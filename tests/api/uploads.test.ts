import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderPhotoStore } from '@snout/blobs';
import { enrolmentSchema, petListSchema } from '@snout/contract';
import type { TenantId, UserActor } from '@snout/core/accounts';
import { createInMemoryPets } from '@snout/core/testing';
import { createLogger, serve } from '@snout/server';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createService, form, type Service } from './service.ts';
import { OPERATOR, signedInAs } from './signed-in.ts';
import { answerOn, formRequest, openSocket, trickle } from './socket-request.ts';
import { testPhoto } from './test-photo.ts';

const MIB = 1024 * 1024;
const PEOPLE = ['ada', 'bob', 'cleo'];

/** Through a real socket, with photos in a real folder: everything but the models and the database. */
describe('uploads', () => {
  let folder: string;
  let service: Service;
  let listening: Awaited<ReturnType<typeof serve>>;
  let logged: Line[];
  let photo: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    photo = await testPhoto({ animal: 'rex', species: 'dog' });
  }, 300_000);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-uploads-'));
    logged = [];
    const photos = await createFolderPhotoStore(folder);
    const { gallery, petsUnitOfWork } = createInMemoryPets();
    service = createService(gallery, { petsUnitOfWork, photos, ...signedInByName(), log: listeningLogger(logged), maxRequestBytes: MIB });
    listening = await serve(service, { host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    await listening.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const as = (name: string) => ({ cookie: `who=${name}` });
  const enrolment = (name: string, photos: readonly Uint8Array<ArrayBuffer>[], who = 'ada') =>
    formRequest('/api/pets', form(photos, { name, allowDuplicate: 'true' }), { headers: as(who) });
  const petsOf = async (who: string) =>
    petListSchema.parse(await (await fetch(`${listening.url}/api/pets?limit=100`, { headers: as(who) })).json()).pets;
  const filesLeft = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  /** A connection that somebody else cut is no fault of ours. */
  const faults = () => logged.filter(({ level }) => level !== 'info');

  it('are taken in however slowly they come', async () => {
    const { head, body } = await enrolment('Rex', [photo]);
    const socket = await openSocket(listening.url);
    const answer = answerOn(socket);
    await trickle(socket, Buffer.concat([Buffer.from(head), body]), 7);
    expect(await answer).toMatchObject({ status: 201, body: { pet: { name: 'Rex' } } });
    expect(await filesLeft()).toHaveLength(1);
  });

  it.each([
    ['before the body', 0],
    ['in the middle of a photo', 0.5],
    ['before the last byte', 1],
  ])('leave nothing behind when the connection is cut %s', async (_, part) => {
    const { head, body } = await enrolment('Rex', [photo]);
    const socket = await openSocket(listening.url);
    socket.write(head);
    const end = part === 1 ? body.byteLength - 1 : Math.floor(body.byteLength * part);
    await trickle(socket, body.subarray(0, end), 1000);
    socket.resetAndDestroy();
    await once(socket, 'close');
    // Whoever asks next is answered.
    expect(await petsOf('ada')).toEqual([]);
    expect(await filesLeft()).toEqual([]);
    const other = await openSocket(listening.url);
    const whole = await enrolment('Mia', [photo]);
    const answer = answerOn(other);
    other.write(Buffer.concat([Buffer.from(whole.head), whole.body]));
    expect(await answer).toMatchObject({ status: 201 });
    expect((await petsOf('ada')).map(({ name }) => name)).toEqual(['Mia']);
    expect(await filesLeft()).toHaveLength(1);
    const requests = () => logged.map(({ bound }) => bound);
    await expect.poll(requests).toContainEqual(expect.objectContaining({ method: 'POST', status: 400 }));
    expect(faults()).toEqual([]);
  });

  it('make the whole pet or none when nobody waits for the answer', async () => {
    const { head, body } = await enrolment('Rex', [photo]);
    const socket = await openSocket(listening.url);
    socket.write(Buffer.concat([Buffer.from(head), body]), () => socket.resetAndDestroy());
    await once(socket, 'close');
    await listening.stop();
    const { pets } = petListSchema.parse(await (await service.request('/api/pets', { headers: as('ada') })).json());
    expect(await filesLeft()).toHaveLength(pets.length);
    expect(pets.map(({ photoCount }) => photoCount)).toEqual(pets.map(() => 1));
    expect(faults()).toEqual([]);
  });

  it('that end before they said are answered as a mistake of the sender', async () => {
    const { head, body } = await formRequest('/api/pets', form([photo], { name: 'Rex' }), { headers: as('ada'), length: 500_000 });
    const socket = await openSocket(listening.url);
    const answer = answerOn(socket);
    socket.end(Buffer.concat([Buffer.from(head), body]));
    // The connection is over before a request was there: Node closes it.
    expect((await answer)?.status ?? 400).toBe(400);
    expect(await petsOf('ada')).toEqual([]);
    expect(await filesLeft()).toEqual([]);
    expect(faults()).toEqual([]);
  });

  it('whose form breaks off are refused with what is wrong', async () => {
    const { head, body } = await enrolment('Rex', [photo]);
    const cut = body.subarray(0, body.byteLength - 40);
    const socket = await openSocket(listening.url);
    const answer = answerOn(socket);
    socket.write(Buffer.concat([Buffer.from(head.replace(/content-length: \d+/, `content-length: ${cut.byteLength}`)), cut]));
    expect(await answer).toMatchObject({ status: 400, body: { code: 'invalid-request', detail: expect.any(String) } });
    expect(await filesLeft()).toEqual([]);
  });

  it('that are too large are refused before they are read, by their length or as they come', async () => {
    const { head } = await formRequest('/api/pets', form([photo], { name: 'Rex' }), { headers: as('ada'), length: 900 * MIB });
    const socket = await openSocket(listening.url);
    const answer = answerOn(socket);
    socket.write(head);
    expect(await answer).toMatchObject({ status: 413, body: { code: 'request-too-large' } });

    const chunked = await openSocket(listening.url);
    const second = answerOn(chunked);
    chunked.write(head.replace(/content-length: \d+/, 'transfer-encoding: chunked'));
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000), Buffer.from('\r\n')]);
    for (let sent = 0; sent < 40 && !chunked.destroyed; sent++) await trickle(chunked, chunk, chunk.byteLength);
    chunked.end('0\r\n\r\n');
    expect(await second).toMatchObject({ status: 413, body: { code: 'request-too-large' } });
    expect(await petsOf('ada')).toEqual([]);
  });

  it('of twenty at once make twenty pets, each for the account that sent it', { timeout: 120_000 }, async () => {
    const photos = await Promise.all(Array.from({ length: 20 }, (_, index) => testPhoto({ animal: `animal ${index}`, species: 'dog' })));
    const answers = await Promise.all(
      photos.map(async (bytes, index) => {
        const { head, body } = await enrolment(`Pet ${index}`, [bytes], PEOPLE[index % PEOPLE.length]);
        const socket = await openSocket(listening.url);
        const answer = answerOn(socket);
        await trickle(socket, Buffer.concat([Buffer.from(head), body]), 3000);
        return answer;
      }),
    );
    expect(answers.map((answer) => answer?.status)).toEqual(photos.map(() => 201));
    for (const [index, who] of PEOPLE.entries()) {
      const own = photos.flatMap((_, number) => (number % PEOPLE.length === index ? [`Pet ${number}`] : []));
      const found = await petsOf(who);
      expect(found.map(({ name }) => name).sort()).toEqual(own.sort());
      expect(found.map(({ photoCount }) => photoCount)).toEqual(own.map(() => 1));
    }
    expect(await filesLeft()).toHaveLength(20);
  });

  it('of twenty photos at once to one pet are all there', { timeout: 120_000 }, async () => {
    const first = await fetch(`${listening.url}/api/pets`, { method: 'POST', body: form([photo], { name: 'Rex' }), headers: as('ada') });
    const { pet } = enrolmentSchema.parse(await first.json());
    const more = await Promise.all(Array.from({ length: 20 }, (_, view) => testPhoto({ animal: 'rex', species: 'dog', view: view + 1 })));
    const answers = await Promise.all(
      more.map(async (bytes) => {
        const { head, body } = await formRequest(`/api/pets/${pet.id}/photos`, form([bytes]), { headers: as('ada') });
        const socket = await openSocket(listening.url);
        const answer = answerOn(socket);
        socket.write(Buffer.concat([Buffer.from(head), body]));
        return answer;
      }),
    );
    expect(answers.map((answer) => answer?.status)).toEqual(more.map(() => 200));
    expect((await petsOf('ada')).map(({ photoCount }) => photoCount)).toEqual([21]);
    expect(await filesLeft()).toHaveLength(21);
    const stranger = await fetch(`${listening.url}/api/pets/${pet.id}/photos`, { method: 'POST', body: form([photo]), headers: as('bob') });
    expect(stranger.status).toBe(404);
  });
});

/** Whoever the cookie names, with a tenant of their own. */
function signedInByName(): Pick<ReturnType<typeof signedInAs>, 'signIn' | 'accounts'> {
  const { signIn, accounts } = signedInAs(OPERATOR);
  const actor = (name: string): UserActor => ({
    ...OPERATOR,
    id: name,
    memberships: [{ tenant: name as TenantId, kind: 'personal', name, role: 'owner' }],
  });
  return {
    signIn: {
      ...signIn,
      sessionOf: async (headers) => {
        const name = /who=(\w+)/.exec(headers.get('cookie') ?? '')?.[1];
        return name === undefined ? null : { userId: name, sessionId: 'session' };
      },
    },
    accounts: { ...accounts, findActor: async (id) => actor(id) },
  };
}

interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly bound: unknown;
}

/** Keeps what is said of requests. */
function listeningLogger(lines: Line[]): ReturnType<typeof createLogger> {
  const keep = (level: Line['level']) => (bound: unknown) => void lines.push({ level, bound });
  const heard = () => Object.assign(createLogger('silent'), { info: keep('info'), warn: keep('warn'), error: keep('error') });
  return Object.assign(createLogger('silent'), { child: heard });
}
