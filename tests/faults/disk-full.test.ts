import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { open, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_PATHS, apiPath, enrolmentSchema, petListSchema, problemSchema } from '@snout/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnJpeg } from '../e2e/drawn-jpeg.ts';
import { type RunningServer, startServer } from '../e2e/running-server.ts';
import { signUp } from '../e2e/sign-up.ts';

const MIB = 1024 * 1024;
/** Room for a database, the reserve that photos leave, and some photos. */
const DISK_MIB = 192;

/** More than fit into what the database has set aside. */
const EDITS = 200;

const disk = mountSmallDisk();

describe('the service on a disk that gets full', { timeout: 600_000 }, () => {
  if (disk === null) {
    // biome-ignore lint/suspicious/noSkippedTests: not everybody may mount; skipped aloud
    it.skip('skipped: this user may not mount a file system (tmpfs)', () => {});
    return;
  }
  let server: RunningServer;
  let cookie: string;
  let photo: File;
  let another: File;
  beforeAll(async () => {
    photo = await drawnJpeg('rex', 'dog', 1);
    another = await drawnJpeg('rex', 'dog', 2);
    server = await startServer({ SNOUT_DATA: join(disk, 'data') });
    cookie = await signUp(server.url);
  }, 300_000);
  afterAll(async () => {
    await server?.end('SIGKILL');
    execFileSync('umount', ['-l', disk]);
    rmdirSync(disk);
  });

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, {
      ...init,
      headers: { cookie, ...(init.body instanceof FormData ? {} : { 'content-type': 'application/json' }) },
    });
  const post = (path: string, fields: Readonly<Record<string, string>>, file = photo) => {
    const body = new FormData();
    body.append('photos', file);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return ask(path, { method: 'POST', body });
  };
  const enrol = (name: string) => post(API_PATHS.pets, { name, allowDuplicate: 'true' });
  const edit = (petId: string, marks: string) =>
    ask(apiPath(API_PATHS.petProfile, { petId }), { method: 'PATCH', body: JSON.stringify({ marks }) });
  const names = async () => petListSchema.parse(await (await ask(API_PATHS.pets)).json()).pets.map(({ name }) => name);
  const files = async () =>
    (await readdir(join(disk, 'data/photos'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
  const expectRefused = async (response: Response) => {
    expect(problemSchema.parse(await response.json()).code).toBe('storage-full');
    expect([response.status, response.headers.get('content-type')]).toEqual([507, 'application/problem+json']);
  };

  it('refuses photos before there is no room for the database, keeps nothing of them, and goes on when there is room', async () => {
    const { pet } = enrolmentSchema.parse(await (await enrol('Rex')).json());
    await fill(disk, 8 * MIB);
    await expectRefused(await enrol('Max'));
    await expectRefused(await post(apiPath(API_PATHS.petPhotos, { petId: pet.id }), { sameAnimal: 'true' }, another));
    expect([await names(), await files()]).toEqual([['Rex'], 1]);
    expect((await post(API_PATHS.identify, {})).status).toBe(200);
    expect((await edit(pet.id, 'a white paw')).status).toBe(200);
    await empty(disk);
    expect((await enrol('Max')).status).toBe(201);
    expect([await names(), await files()]).toEqual([['Max', 'Rex'], 2]);
  });

  it('survives that there is no byte left', async () => {
    const { pets } = petListSchema.parse(await (await ask(API_PATHS.pets)).json());
    await fill(disk, 0);
    await expectRefused(await enrol('Ben'));
    const marks: string[] = [''];
    for (let number = 0; number < EDITS; number++) {
      const response = await edit(pets[0]?.id ?? '', `${number} ${'words '.repeat(60)}`);
      if (response.status === 200) marks.push(`${number}`);
      else await expectRefused(response);
    }
    expect(marks.length).toBeLessThan(EDITS);
    expect(await names()).toEqual(['Max', 'Rex']);
    await empty(disk);
    expect((await enrol('Ben')).status).toBe(201);
    await server.end('SIGKILL');
    server = await startServer({ SNOUT_DATA: join(disk, 'data') });
    expect(await names()).toEqual(['Ben', 'Max', 'Rex']);
    const profile = await (await ask(apiPath(API_PATHS.petProfile, { petId: pets[0]?.id ?? '' }))).json();
    expect(profile).toMatchObject({ marks: expect.stringMatching(new RegExp(`^${marks.at(-1)} `)) });
  });
});

/** Null: not permitted. */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'snout-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', folder], { stdio: 'ignore' });
  if (status === 0) return folder;
  rmdirSync(folder);
  return null;
}

/** Writes a file until only so many bytes are free. */
async function fill(folder: string, leave: number): Promise<void> {
  const filler = await open(join(folder, 'filler'), 'w');
  const block = new Uint8Array(MIB);
  try {
    for (;;) {
      const { bavail, bsize } = await statfs(folder);
      const wanted = Math.min(block.length, bavail * bsize - leave);
      if (wanted <= 0) return;
      await filler.write(block, 0, wanted);
    }
  } finally {
    await filler.close();
  }
}

async function empty(folder: string): Promise<void> {
  await rm(join(folder, 'filler'));
}
