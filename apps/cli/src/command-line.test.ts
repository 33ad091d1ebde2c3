import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPhotos } from './testing/drawn-photos.ts';
import { spawnCli } from './testing/spawn-cli.ts';

// The real command with the real models and the real database, on drawn photos. Processes start in seconds: each test does much with few.

/** Milliseconds: several starts of models and database on a small, busy machine. */
const SLOW = 300_000;
/** Seeds of two drawn dogs. */
const MIA = 3;
const REX = 6;
const folder = await mkdtemp(join(tmpdir(), 'snout-command-'));
const photos = join(folder, 'photos');
const data = join(folder, 'data');

beforeAll(async () => {
  for (const dog of [MIA, REX]) await drawPhotos(photos, dog, [2, 4, 7]);
}, SLOW);
afterAll(() => rm(folder, { recursive: true, force: true }));

const photo = (dog: number, seed: number) => join(photos, `dog-${dog}`, `${seed}.jpg`);

test('pets stay from one process to the next: enrolled, identified, verified, listed, forgotten', { timeout: SLOW }, async () => {
  const enrol = (name: string, ...files: string[]) =>
    spawnCli(['enrol', '--json', '--data', data, '--name', name, '--same-animal', '--allow-duplicate', ...files]);
  const mia = await enrol('Mia', photo(MIA, 2), photo(MIA, 4));
  expect([mia.code, mia.err]).toEqual([0, '']);
  const { pet } = JSON.parse(mia.out[0] ?? '');
  expect(pet).toMatchObject({ name: 'Mia', species: 'dog' });
  expect((await enrol('Rex', photo(REX, 2), photo(REX, 4))).code).toBe(0);

  const found = await spawnCli(['identify', '--json', '--data', data, photo(MIA, 7)]);
  const [{ heads }] = JSON.parse(found.out[0] ?? '').photos;
  expect(heads[0].decision.candidates.map((candidate: { pet: { name: string } }) => candidate.pet.name)).toEqual(['Mia', 'Rex']);
  expect(found.code).toBe(heads[0].decision.kind === 'match' ? 0 : 1);

  // Even the very photo that enrolled it is only a match where the models' measurements and the photo's quality carry that.
  const verified = await spawnCli(['verify', '--json', '--data', data, '--use', 'lost-pet', '--pet', pet.id, photo(MIA, 2)]);
  const { decision, verdict } = JSON.parse(verified.out[0] ?? '');
  expect(decision.kind).not.toBe('unknown');
  expect(verdict[0]).toContain('Mia');
  expect(verified.code).toBe(decision.kind === 'match' ? 0 : 1);

  const listed = await spawnCli(['pets', '--json', '--data', data]);
  expect(listed.out.map((line) => JSON.parse(line).name)).toEqual(['Mia', 'Rex']);
  expect((await spawnCli(['forget', '--data', data, pet.id])).code).toBe(0);
  expect((await spawnCli(['show', '--data', data, pet.id])).code).toBe(2);
});

test('embed: a folder with three bad files gives a line for each file and exit code 3', { timeout: SLOW }, async () => {
  const mixed = join(folder, 'mixed');
  await mkdir(mixed, { recursive: true });
  const jpeg = await readFile(photo(MIA, 2));
  await copyFile(photo(MIA, 2), join(mixed, 'a.jpg'));
  await writeFile(join(mixed, 'b-empty.jpg'), '');
  await writeFile(join(mixed, 'c-half.jpg'), jpeg.subarray(0, jpeg.length / 2));
  await writeFile(join(mixed, 'd-text.jpg'), 'This is no photo.');
  await copyFile(photo(REX, 2), join(mixed, 'e.jpg'));
  const { code, out, err } = await spawnCli(['embed', mixed]);
  expect(code).toBe(3);
  const lines = out.map((line) => JSON.parse(line));
  expect(lines.map(({ error }) => error?.split(':')[0])).toEqual([undefined, 'empty-file', 'truncated', 'not-an-image', undefined]);
  for (const name of ['b-empty.jpg', 'c-half.jpg', 'd-text.jpg']) expect(err).toContain(name);
  const [head] = lines[0].heads;
  expect(head.template).toHaveLength(256);
  expect(Math.hypot(...head.template)).toBeCloseTo(1, 3);
  expect(head.box.every((value: number) => value >= 0 && value <= 512)).toBe(true);
  expect(head).toMatchObject({ species: 'dog', quality: expect.any(Number), model: expect.any(String) });

  const cropped = await spawnCli(['embed', '--cropped', '--species', 'dog', join(mixed, 'a.jpg')]);
  expect(JSON.parse(cropped.out[0] ?? '').heads[0]).toMatchObject({ box: [0, 0, 512, 512], score: 1 });
});

test('Ctrl-C stops a long run with exit code 130; every line that was printed is whole', { timeout: SLOW }, async () => {
  const many = join(folder, 'many');
  await mkdir(many, { recursive: true });
  for (let index = 0; index < 200; index++) await copyFile(photo(MIA, 2), join(many, `${index}.jpg`));
  const { code, out } = await spawnCli(['embed', many], { onFirstLine: (kill) => kill('SIGINT') });
  expect(code).toBe(130);
  expect(out.length).toBeLessThan(200);
  for (const line of out) expect(JSON.parse(line).width).toBe(512);
});

test('evaluate writes figures and a page with the confused photos in it', { timeout: SLOW }, async () => {
  const report = join(folder, 'report.html');
  const { code, out } = await spawnCli(['evaluate', '--json', '--species', 'dog', '--report', report, photos]);
  expect(code).toBe(0);
  const [section] = JSON.parse(out[0] ?? '').sections;
  expect(section.species).toBe('dog');
  expect(section.result.evaluation.counts).toMatchObject({ individuals: 2, photos: 6, mated: 6, nonMated: 9 });
  expect(await readFile(report, 'utf8')).toContain('<img src="data:image/jpeg;base64,');
});

test('without models nothing starts: exit code 4 and a word about which', { timeout: SLOW }, async () => {
  const { code, out, err } = await spawnCli(['embed', '--models', join(folder, 'none'), photo(MIA, 2)]);
  expect([code, out]).toEqual([4, []]);
  expect(err).toContain('head-detector');
});
