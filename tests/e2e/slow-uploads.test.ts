import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_PATHS, petListSchema } from '@snout/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOn, formRequest, openSocket, trickle, type WireRequest } from '../api/socket-request.ts';
import { drawnJpeg } from './drawn-jpeg.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { signUp } from './sign-up.ts';

/** Bytes of a photo in one packet, each sent when the process has done other work. */
const PIECE = 64;

/** Through a socket to the real server, with the real models, database and files. */
describe('uploads to the whole service', { timeout: 240_000 }, () => {
  let folder: string;
  let server: RunningServer;
  let cookie: string;
  let photos: readonly File[];
  const start = () =>
    startServer({
      SNOUT_DATA: join(folder, 'data'),
      TMPDIR: join(folder, 'temporary'),
      // As for whoever starts the service without our tools. ONNX Runtime's telemetry would leave its logs among the temporary files.
      ORT_DISABLE_TELEMETRY: '',
    });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-slow-'));
    await mkdir(join(folder, 'temporary'));
    photos = await Promise.all([1, 2, 3].map((photo) => drawnJpeg('rex', 'dog', photo)));
    server = await start();
    cookie = await signUp(server.url);
  }, 300_000);
  afterAll(async () => {
    await server?.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const enrolment = (name: string, key: string): Promise<WireRequest> => {
    const form = new FormData();
    for (const photo of photos) form.append('photos', photo);
    form.set('name', name);
    form.set('allowDuplicate', 'true');
    return formRequest(API_PATHS.pets, form, { headers: { cookie, 'idempotency-key': key } });
  };
  const pets = async () =>
    petListSchema
      .parse(await (await fetch(`${server.url}${API_PATHS.pets}`, { headers: { cookie } })).json())
      .pets.map(({ name, photoCount }) => ({ name, photoCount }))
      .sort((a, b) => a.name.localeCompare(b.name));
  const files = async (of: string) => {
    const entries = await readdir(join(folder, of), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  };

  it('that are cut off half-way leave no row and no file, and can be sent again', async () => {
    const { head, body } = await enrolment('Rex', 'rex-who-is-cut-off');
    const socket = await openSocket(server.url);
    socket.write(head);
    await trickle(socket, body.subarray(0, Math.floor(body.byteLength / 2)), PIECE);
    socket.resetAndDestroy();
    await once(socket, 'close');
    // Whoever asks next is answered, and by then the service has noticed.
    expect(await pets()).toEqual([]);
    expect(await files('data/photos')).toEqual([]);
    expect(await files('temporary')).toEqual([]);

    const again = await openSocket(server.url);
    const answer = answerOn(again);
    await trickle(again, Buffer.concat([Buffer.from(head), body]), PIECE);
    expect(await answer).toMatchObject({ status: 201, body: { pet: { name: 'Rex', species: 'dog', photos: { length: 3 } }, skipped: [] } });
    expect(await pets()).toEqual([{ name: 'Rex', photoCount: 3 }]);
    expect(await files('data/photos')).toHaveLength(3);
    expect(await files('temporary')).toEqual([]);
  });

  it('whose sender is gone while the models look at them make the whole pet or none', async () => {
    const before = await pets();
    const { head, body } = await enrolment('Max', 'max-whose-sender-is-gone');
    const socket = await openSocket(server.url);
    socket.write(Buffer.concat([Buffer.from(head), body]), () => socket.resetAndDestroy());
    await once(socket, 'close');
    // Lets the request end, whichever way.
    expect((await server.end('SIGTERM')).code).toBe(0);
    server = await start();
    const after = await pets();
    expect([before, [{ name: 'Max', photoCount: 3 }, ...before]]).toContainEqual(after);
    expect(await files('data/photos')).toHaveLength(3 * after.length);
    expect(await files('temporary')).toEqual([]);
  });
});
