import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawNose } from './testing/drawn-noses.ts';
import { drawPhotos } from './testing/drawn-photos.ts';
import { createFakeCli } from './testing/fake-context.ts';
import { spawnCli } from './testing/spawn-cli.ts';

// The real command with the real models, on drawn noses and pets.

/** Milliseconds: several starts of the models on a small, busy machine. */
const SLOW = 300_000;
const NOSES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const PHOTOS_EACH = 4;
const folder = await mkdtemp(join(tmpdir(), 'snout-compare-'));
const noses = join(folder, 'noses');
const nose = (name: string, photo: number) => join(noses, `nose-${name}`, `${photo}.jpg`);

beforeAll(async () => {
  for (const name of NOSES) await drawNose(noses, name, PHOTOS_EACH);
}, SLOW);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function compareJson(...args: string[]) {
  const { code, out, err } = await spawnCli(['compare', '--json', ...args]);
  return { code, err, result: JSON.parse(out[0] ?? 'null') };
}

describe('snout compare', () => {
  test('two photos of one drawn nose agree in far more marks than those of two, and never decide alone', { timeout: SLOW }, async () => {
    const same = await compareJson('--modality', 'nose', nose('a', 0), nose('a', 1));
    const other = await compareJson('--modality', 'nose', nose('a', 0), nose('b', 1));
    expect([same.code, other.code]).toEqual([1, 1]);
    expect(same.result.verdict.kind).not.toBe('match');
    expect(same.result.marks.agree).toBeGreaterThan(2 * other.result.marks.agree);
    expect(same.result.marks.probability).toBeGreaterThan(other.result.marks.probability);
    expect(same.result.marks.pairs).toHaveLength(same.result.marks.agree);
    const words = same.result.words.join(' ');
    expect(words).toContain(`${same.result.marks.agree} of ${same.result.marks.of} marks of the nose agree`);
    expect(words).toMatch(/measured on drawn noses only.*never decide alone/);
    expect(JSON.stringify(same.result)).not.toMatch(/similarity|"strength"|vector|template/);
  });

  test('the evidence holds both crops, lines between marks that agree, at most 60, and nothing that the files say beside', {
    timeout: SLOW,
  }, async () => {
    const [svg, png] = [join(folder, 'evidence.svg'), join(folder, 'evidence.png')];
    const told = join(folder, 'told.jpg');
    const exif = { IFD0: { Make: 'PrivateCamera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' } };
    await writeFile(told, await sharp(nose('c', 0)).withExif(exif).jpeg({ quality: 92 }).toBuffer());
    expect((await readFile(told)).includes('PrivateCamera')).toBe(true);
    const { result, err } = await compareJson('--modality', 'nose', '--evidence', svg, told, nose('c', 2));
    expect(err).toContain('evidence.svg');
    const text = await readFile(svg, 'utf8');
    expect(text.match(/<line /g)).toHaveLength(Math.min(60, result.marks.agree));
    if (result.marks.agree > 60) expect(text).toContain('Lines join 60 of them.');
    const pictures = [...text.matchAll(/data:image\/jpeg;base64,([^"]+)/g)].map(([, data = '']) => Buffer.from(data, 'base64'));
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) {
      expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 320 });
      expect((await sharp(picture).metadata()).exif).toBeUndefined();
      expect(picture.includes('PrivateCamera')).toBe(false);
    }
    expect(text).not.toContain(folder);
    await compareJson('--modality', 'nose', '--evidence', png, told, nose('c', 2));
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1144, height: 560 });
  });

  test('a nose is found in a larger photo, what would make it better is said, and a photo without one is named', {
    timeout: SLOW,
  }, async () => {
    const larger = join(folder, 'larger.jpg');
    const ground = sharp({ create: { width: 700, height: 560, channels: 3, background: '#8a6a50' } });
    await writeFile(
      larger,
      await ground
        .composite([{ input: nose('a', 1), left: 190, top: 120 }])
        .jpeg({ quality: 92 })
        .toBuffer(),
    );
    const [same, other] = [
      await compareJson('--modality', 'nose', nose('a', 0), larger),
      await compareJson('--modality', 'nose', nose('b', 0), larger),
    ];
    expect(same.result.marks.agree).toBeGreaterThan(2 * other.result.marks.agree);
    const small = join(folder, 'small.jpg');
    await writeFile(small, await sharp(nose('a', 2)).resize(90).jpeg({ quality: 92 }).toBuffer());
    expect((await compareJson('--modality', 'nose', nose('a', 0), small)).result.words.join(' ')).toMatch(
      /small\.jpg: the nose is seen with a quality of \d+ of 100; .*go closer/,
    );
    const none = join(folder, 'none.jpg');
    await writeFile(
      none,
      await sharp({ create: { width: 400, height: 400, channels: 3, background: '#8a6a50' } })
        .jpeg()
        .toBuffer(),
    );
    const { code, err } = await spawnCli(['compare', '--modality', 'nose', nose('a', 0), none]);
    expect([code, err]).toEqual([3, expect.stringMatching(/none\.jpg: No nose was found\. .*close-up/)]);
  });

  test('two photos of a drawn dog are compared by face and coat, with the rates of both in words', { timeout: SLOW }, async () => {
    const [first = '', second = ''] = await drawPhotos(folder, 3, [2, 4]);
    const { code, result } = await compareJson('--use', 'lost-pet', first, second);
    expect(result).toMatchObject({ modality: 'face', species: 'dog', marks: { measuredOn: { kind: 'photos' } } });
    expect(code).toBe(result.verdict.kind === 'match' ? 0 : 1);
    expect(result.words.join(' ')).toMatch(
      /dogs look this alike .*marks of face and coat agree.*dogs agree this well .*comparisons of \d+ dogs/,
    );
  });

  test('the evidence of faces shows below which regions moved their score, and says how to read it', { timeout: SLOW }, async () => {
    const svg = join(folder, 'faces.svg');
    const [first = '', second = ''] = await drawPhotos(folder, 3, [2, 4]);
    const { err } = await compareJson('--evidence', svg, first, second);
    expect(err).toContain('blue regions make the two faces more alike');
    const text = await readFile(svg, 'utf8');
    expect(text.match(/<image /g)).toHaveLength(4);
    expect(text.match(/<rect x=[^>]*fill="#1f6fe0" fill-opacity="0\.75"|<rect x=[^>]*fill="#ef8a00" fill-opacity="0\.75"/g)?.length).toBe(
      2,
    );
    expect(text).toContain('viewBox="0 0 1144 1144"');
  });

  test('a photo that shows no animal or two is named, with what to do, and exit code 3', { timeout: SLOW }, async () => {
    const [dog = ''] = await drawPhotos(folder, 6, [2]);
    const two = join(folder, 'two.jpg');
    await writeFile(two, await beside(dog, (await drawPhotos(folder, 3, [2]))[0] ?? ''));
    for (const [other, words] of [
      [nose('a', 0), 'No dog'],
      [two, 'heads in this photo'],
    ] as const) {
      const { code, err } = await spawnCli(['compare', dog, other]);
      expect([code, err]).toEqual([3, expect.stringContaining(words)]);
    }
  });
});

/** Two photos in one. */
async function beside(left: string, right: string): Promise<Buffer> {
  return sharp({ create: { width: 1024, height: 512, channels: 3, background: '#888' } })
    .composite([
      { input: left, left: 0, top: 0 },
      { input: right, left: 512, top: 0 },
    ])
    .jpeg({ quality: 92 })
    .toBuffer();
}

describe('snout evaluate and calibrate by marks', () => {
  const pairs = NOSES.flatMap((name, i) => [
    [name, 0, name, 1, 1],
    [name, 2, name, 3, 1],
    ...[1, 2, 3].map((step) => [name, 0, NOSES[(i + step) % NOSES.length], 2, 0]),
  ]);
  const line = ([a, i, b, j, same]: readonly unknown[]) => `noses/nose-${a}/${i}.jpg,noses/nose-${b}/${j}.jpg,${same}`;

  test('a list of pairs gives error rates with counts and bounds; a photo that cannot be read is named with its line', {
    timeout: SLOW,
  }, async () => {
    const list = join(folder, 'pairs.csv');
    await writeFile(list, ['photoA,photoB,same', ...pairs.map(line), 'noses/nose-a/0.jpg,noses/gone.jpg,0', ''].join('\n'));
    const { code, out, err } = await spawnCli(['evaluate', '--modality', 'nose', '--json', list]);
    expect(code).toBe(3);
    expect(err).toContain(`line ${pairs.length + 2}: ${join(folder, 'noses/gone.jpg')}: unreadable-file`);
    const { evaluation, pairs: counted, failures, modality } = JSON.parse(out[0] ?? '');
    expect([modality, counted, failures]).toEqual(['nose', { offered: 36, compared: 35 }, 1]);
    expect(evaluation.counts).toEqual({ photos: 28, individuals: 14, mated: 14, nonMated: 21 });
    expect(evaluation.eer.value).toBeLessThan(0.15);
    expect(evaluation.eer.high).toBeGreaterThanOrEqual(3 / 14);
    expect(evaluation.atFmr.map(({ tar }: { tar: unknown }) => tar === null)).toEqual([false, true, true, true]);
  });

  test('a list that does not say which pairs are the same is scored', { timeout: SLOW }, async () => {
    const list = join(folder, 'unknown.csv');
    await writeFile(list, 'photoA,photoB\nnoses/nose-a/0.jpg,noses/nose-a/1.jpg\nnoses/nose-a/0.jpg,noses/nose-d/1.jpg\n');
    const { code, out, err } = await spawnCli(['evaluate', '--modality', 'nose', list]);
    const [same, other] = out.map((text) => JSON.parse(text));
    expect([code, out.length]).toEqual([0, 2]);
    expect(same.score).toBeGreaterThan(other.score);
    expect(err).toContain('no column same');
  });

  test('noses calibrated as drawings never decide; calibrated as photos, the very same fit may', { timeout: SLOW }, async () => {
    const models = join(folder, 'models');
    await cp(resolve(import.meta.dirname, '../../../models'), models, { recursive: true });
    const calibrate = (...more: string[]) =>
      spawnCli(['calibrate', '--models', models, '--modality', 'nose', '--write', '--json', '--note', 'Made for a test.', ...more, noses]);
    const decide = () => compareJson('--models', models, '--modality', 'nose', '--use', 'lost-pet', nose('a', 0), nose('a', 1));
    const drawn = await calibrate('--drawn');
    expect(drawn.code).toBe(0);
    const { fitted } = JSON.parse(drawn.out[0] ?? '');
    expect(fitted.nose).toMatchObject({
      measuredOn: 'drawn',
      data: 'Made for a test.',
      n: { individuals: 7, photos: 28, mated: 42, nonMated: 336 },
    });
    expect(fitted.nose.slope).toBeGreaterThan(0);
    expect(await decide()).toMatchObject({
      code: 1,
      result: { verdict: { kind: 'review', why: 'drawn-only' }, marks: { kind: 'supports', why: 'drawn-only' } },
    });
    await calibrate();
    expect(await decide()).toMatchObject({ code: 0, result: { verdict: { kind: 'match' }, marks: { kind: 'match' } } });
  });

  test('face and coat are weighed together on photos of known animals, and evaluated beside each other', { timeout: SLOW }, async () => {
    const models = join(folder, 'models-to-weigh');
    await cp(resolve(import.meta.dirname, '../../../models'), models, { recursive: true });
    const dogs = join(folder, 'dogs');
    for (const dog of [3, 6, 8, 11, 14, 17]) await drawPhotos(dogs, dog, [2, 4, 6, 8]);
    const fused = ['--modality', 'fused', '--species', 'dog', '--models', models, '--json'];
    const calibrated = await spawnCli(['calibrate', ...fused, '--write', '--note', 'Made for a test.', dogs]);
    expect(calibrated.err).toContain('How face and coat are weighed');
    const { dog } = JSON.parse(calibrated.out[0] ?? '').fitted;
    expect(dog).toMatchObject({ data: 'Made for a test.', n: { individuals: 6 } });
    expect(dog.weight).toBeGreaterThanOrEqual(0);
    const written = JSON.parse(await readFile(join(models, 'marks', 'model.json'), 'utf8')).calibration;
    expect(written.fused.dog).toEqual(dog);
    expect(written.fused.cat).toBeDefined();
    const { out } = await spawnCli(['evaluate', ...fused, dogs]);
    const report = JSON.parse(out[0] ?? '');
    for (const by of ['face', 'coat', 'fused']) expect(report[by].counts).toMatchObject({ individuals: 6, mated: dog.n.mated });
    expect(report.eerChange.value).toBeCloseTo(report.fused.eer.value - report.face.eer.value, 9);
    expect(report.fused.eer.value).toBeLessThanOrEqual(Math.max(report.face.eer.value, report.coat.eer.value));
    const list = join(folder, 'dogs.csv');
    await writeFile(
      list,
      'photoA,photoB,same\ndogs/dog-3/2.jpg,dogs/dog-3/4.jpg,1\ndogs/dog-6/2.jpg,dogs/dog-6/4.jpg,1\ndogs/dog-3/2.jpg,dogs/dog-6/2.jpg,0\n',
    );
    const listed = await spawnCli(['evaluate', '--modality', 'fused', '--species', 'dog', '--models', models, list]);
    expect(listed.out.join('\n')).toMatch(
      /Face alone\n.*EER[\s\S]*Coat alone\n.*EER[\s\S]*Both together\n.*EER[\s\S]*change the EER of the face by/,
    );
  });
});

test.each([
  ['photoA,same\na.jpg,1\n', /no column photoB/],
  ['', /is empty/],
  ['photoA,photoB,same\n', /lists no pairs/],
  ['photoA,photoB,same\na.jpg,b.jpg,1\na.jpg,c.jpg,perhaps\n', /line 3: same is "perhaps"/],
  ['photoA,photoB,same\na.jpg,,1\n', /line 2: photoA and photoB must both/],
  ['photoA,photoB,same\na.jpg,b.jpg,1,2\n', /line 2/],
])('a list of pairs that is wrong is refused with its line: %j', async (text, words) => {
  await using cli = await createFakeCli();
  const list = join(cli.folder, 'pairs.csv');
  await writeFile(list, text);
  const { code, notes } = await cli.run('evaluate', '--modality', 'coat', list);
  expect([code, notes.join()]).toEqual([2, expect.stringMatching(words)]);
});

test('a photo that is not there is named, with exit code 3', async () => {
  await using cli = await createFakeCli();
  const { code, notes } = await cli.run('compare', join(cli.folder, 'gone.jpg'), join(cli.folder, 'gone-too.jpg'));
  expect([code, notes]).toEqual([
    3,
    [expect.stringContaining('gone.jpg: unreadable-file'), expect.stringContaining('gone-too.jpg: unreadable-file')],
  ]);
});

test('evidence is drawn as SVG or PNG, coats are calibrated and weighed by species, and a report goes with faces', async () => {
  await using cli = await createFakeCli();
  for (const args of [
    ['compare', '--evidence', 'lines.gif', 'a.jpg', 'b.jpg'],
    ['evaluate', '--report', 'r.html', 'pairs.csv'],
    ['calibrate', '--modality', 'coat', noses],
    ['calibrate', '--modality', 'fused', noses],
    ['evaluate', '--modality', 'fused', noses],
  ]) {
    expect((await cli.run(...args)).code).toBe(2);
  }
});
