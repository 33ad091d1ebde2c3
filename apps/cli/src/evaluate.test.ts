import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FakeHead, fakePhoto } from '@snout/core/testing';
import { expect, test } from 'vitest';
import { createFakeCli, type FakeCli } from './testing/fake-context.ts';

async function photo(cli: FakeCli, name: string, ...heads: FakeHead[]): Promise<void> {
  const path = join(cli.folder, 'set', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, fakePhoto({ heads }));
}

/** Individuals with eight photos each, of which every fourth is of poor quality and far from the others. */
async function individuals(cli: FakeCli, below: string, count: number): Promise<void> {
  for (let individual = 0; individual < count; individual++) {
    for (let view = 0; view < 8; view++) {
      const poor = view % 4 === 3;
      const head: FakeHead = { animal: `${below}${individual}`, view, noise: poor ? 2 : 0.6, quality: poor ? 20 : 80 };
      await photo(cli, `${below}pet-${individual}/${view}.jpg`, head);
    }
  }
}

test('a labelled folder is evaluated: figures with bounds, failures to acquire named, one page as report', async () => {
  await using cli = await createFakeCli();
  await individuals(cli, '', 12);
  await photo(cli, 'pet-0/nobody.jpg');
  await photo(cli, 'pet-1/two.jpg', { animal: '1', view: 9, box: [0, 0, 40, 40] }, { animal: 'other', box: [0, 0, 20, 20] });
  const report = join(cli.folder, 'report.html');
  const { code, out, notes } = await cli.run('evaluate', join(cli.folder, 'set'), '--json', '--report', report, '--no-photos');
  expect(code).toBe(0);
  expect(notes[0]).toContain('nobody.jpg');
  const found = JSON.parse(out[0] ?? '');
  expect(found).toMatchObject({ folder: 'set', cropped: false, models: { embedder: 'fake-embedder-1' } });
  const [section] = found.sections;
  expect(section.species).toBeNull();
  expect(section.acquisition).toMatchObject({
    offered: 98,
    acquired: 97,
    otherHeads: 1,
    failures: [{ name: 'pet-0/nobody.jpg', why: 'no-head' }],
  });
  expect(section.result.evaluation.counts).toMatchObject({ individuals: 12, photos: 97 });
  const page = await readFile(report, 'utf8');
  expect(page).toContain('<svg');
  expect(page).not.toContain('<img');
  expect(page).not.toContain(cli.folder);
  expect(page).not.toMatch(/<script|<link|src="http/);
});

test('folders named after species make one section each', async () => {
  await using cli = await createFakeCli();
  await individuals(cli, 'dog/', 4);
  await individuals(cli, 'cat/', 3);
  const { code, out } = await cli.run('evaluate', join(cli.folder, 'set'));
  expect(code).toBe(0);
  const text = out.join('\n');
  expect(text).toMatch(/Dogs[\s\S]*4 individuals[\s\S]*Cats[\s\S]*3 individuals/);
  expect(text).toMatch(/EER +\d+\.\d\d % +\d+\.\d\d % – \d+\.\d\d %/);
  expect(text).toMatch(/Rank-1/);
  expect(text).toMatch(/FNIR at FPIR 10 %/);
});

test('one individual is not enough, and a file that is no photo is named', async () => {
  await using cli = await createFakeCli();
  await individuals(cli, '', 1);
  expect((await cli.run('evaluate', join(cli.folder, 'set'))).code).toBe(2);
  await individuals(cli, '', 2);
  await writeFile(join(cli.folder, 'set', 'pet-0', 'notes.txt'), 'hello');
  const { code, notes } = await cli.run('evaluate', join(cli.folder, 'set'));
  expect(code).toBe(3);
  expect(notes.join('\n')).toContain('notes.txt');
});

test('a calibration is fitted per species, printed, written into a file and into the models', async () => {
  await using cli = await createFakeCli();
  await individuals(cli, '', 6);
  const file = join(cli.folder, 'calibration.json');
  const { code, out } = await cli.run('calibrate', join(cli.folder, 'set'), '--json', '--out', file, '--write', '--note', 'Made up.');
  expect(code).toBe(0);
  const fitted = JSON.parse(out[0] ?? '');
  // Nobody said what they are; the detector takes them for cats.
  expect(Object.keys(fitted.species)).toEqual(['cat']);
  expect(fitted.species.cat).toMatchObject({ data: 'Made up.', n: { individuals: 6, photos: 48, mated: 168, nonMated: 960 } });
  expect(fitted.species.cat.slope).toBeGreaterThan(0);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(fitted);
  expect(cli.saved[0]?.species.cat).toEqual(fitted.species.cat);
  expect(cli.saved[0]?.species.dog.data).toBe('made up for tests');
});

test('head crops do not show their species: calibrate asks for it', async () => {
  await using cli = await createFakeCli();
  await individuals(cli, '', 2);
  const { code, notes } = await cli.run('calibrate', '--cropped', join(cli.folder, 'set'));
  expect(code).toBe(2);
  expect(notes.join()).toContain('--species');
});
