import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolderPhotoStore } from '@snout/blobs';
import { sweepOrphanPhotos } from '@snout/core/recognition';
import { createGallery, openEmbedded } from '@snout/postgres';
import { afterEach, beforeEach, expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('./enrol-until-killed.ts', import.meta.url));
const ROUNDS = 4;
/** The kill comes at a random moment up to this long after the first work. */
const MOST_WORK_MS = 1500;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snout-crash-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('keeps each pet wholly or not at all, and every acknowledged one, when the process is killed at any moment', {
  timeout: 300_000,
}, async () => {
  const said: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    said.push(...(await workUntilKilled()));
    await expectSound(new Said(said));
  }
  expect(said.filter((line) => line.startsWith('enrolled')).length).toBeGreaterThan(0);
});

/** What the killed processes had said. */
class Said {
  readonly #lines: ReadonlySet<string>;

  constructor(lines: readonly string[]) {
    this.#lines = new Set(lines);
  }

  has(what: string, id: string): boolean {
    return this.#lines.has(`${what} ${id}`);
  }

  ids(what: string): readonly string[] {
    return [...this.#lines].filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));
  }
}

/** The lines said before the end. */
function workUntilKilled(): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout.on('data', (chunk) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * MOST_WORK_MS);
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1));
      else reject(new Error(`The process ended by itself: ${errors}`));
    });
  });
}

/** What a start after the crash finds. */
async function expectSound(said: Said): Promise<void> {
  const database = await openEmbedded(join(folder, 'db'));
  try {
    const gallery = createGallery(database);
    const photos = await createFolderPhotoStore(join(folder, 'photos'));
    await sweepOrphanPhotos({ gallery, photos, clock: { now: () => new Date(Date.now() + 1000) } }, { minAgeMs: 0 });

    const pets = await gallery.listPets({ limit: 100_000 });
    const present = new Set(pets.map(({ id }) => `${id}`));
    expect(said.ids('enrolled').filter((id) => !present.has(id) && !said.has('forgetting', id))).toEqual([]);
    expect(said.ids('forgotten').filter((id) => present.has(id))).toEqual([]);
    for (const { id, photoCount } of pets) {
      const most = said.has('adding', id) ? 4 : 3;
      expect(photoCount).toBeGreaterThanOrEqual(said.has('added', id) ? 4 : 3);
      expect(photoCount).toBeLessThanOrEqual(most);
      for (const photo of (await gallery.findPet(id))?.photos ?? []) {
        expect(sha256(await photos.get(photo.blobKey))).toBe(photo.sha256);
      }
    }
    const stored: string[] = [];
    for await (const { key } of photos.list()) stored.push(key);
    expect(new Set(stored)).toEqual(await gallery.blobKeys());
  } finally {
    await database.close();
  }
}

function sha256(bytes: Uint8Array | null): string | null {
  return bytes && createHash('sha256').update(bytes).digest('hex');
}
