import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeRecogniser } from '@snout/vision/node';
import { withoutCopies } from './evaluation/copies.ts';
import { linkedFolder } from './evaluation/linked-folder.ts';
import { EVALUATION_DIR, publish, publishedPath, readPublished } from './evaluation/publish.ts';
import type { PublishedFigures } from './evaluation/published.ts';
import { snoutEvaluate } from './evaluation/snout-evaluate.ts';
import { summary } from './evaluation/summary.ts';
import { MODELS_DIR, readWeights } from './evaluation/weights.ts';
import { detectHeldOutHeads, findDataRoot, heldOutDogs, individualsIn } from './real-photos/index.ts';

type Measure = (root: string) => Promise<void>;

/** What is measured, in the order of the summary. */
const MEASURES: Readonly<Record<keyof PublishedFigures, Measure>> = {
  'head-detector': (root) => measureDetector('head-detector', root),
  'head-detector-looked-at': (root) => measureDetector('head-detector-looked-at', root),
  'dogs-held-out': async (root) => {
    await using folder = await linkedFolder('dog-faces-held-out', await heldOutDogs(root));
    await measureIndividuals('dogs-held-out', { folder: folder.path, options: ['--cropped', '--species', 'dog'] });
  },
  'cat-faces': (root) => measureIndividuals('cat-faces', { folder: join(root, 'cat-faces'), options: ['--cropped', '--species', 'cat'] }),
  'campus-cats': (root) => measureIndividuals('campus-cats', { folder: join(root, 'campus-cats'), options: ['--species', 'cat'] }),
  'cattle-muzzles': (root) => measureIndividuals('cattle-muzzles', { folder: join(root, 'cattle-muzzles'), options: ['--cropped'] }),
  'cattle-muzzles-distinct': async (root) => {
    const { individuals, copies } = await withoutCopies(await individualsIn(join(root, 'cattle-muzzles')));
    await using folder = await linkedFolder('cattle-muzzles-distinct', individuals);
    await measureIndividuals('cattle-muzzles-distinct', { folder: folder.path, options: ['--cropped'], copies });
  },
};

const { positionals } = parseArgs({ allowPositionals: true });
const known = Object.keys(MEASURES) as (keyof PublishedFigures)[];
const chosen = positionals.length > 0 ? known.filter((name) => positionals.includes(name)) : known;
const root = findDataRoot([
  'heads',
  'cat-head-boxes',
  'unlabelled-cats',
  'unlabelled-dogs',
  'dog-faces',
  'cat-faces',
  'campus-cats',
  'cattle-muzzles',
]);
if (root === null || chosen.length < positionals.length) {
  process.stderr.write(`Usage: SNOUT_DATA_ROOT=<folder of photos> npm run evaluation -- [${known.join(' | ')}]…
Writes docs/evaluation/: figures (JSON), reports (HTML, without photos), and README.md from the figures of all of them.\n`);
  process.exitCode = 2;
} else await main(root, chosen);

async function main(dataRoot: string, names: readonly (keyof PublishedFigures)[]): Promise<void> {
  await mkdir(EVALUATION_DIR, { recursive: true });
  for (const name of names) {
    process.stderr.write(`Evaluating: ${name} …\n`);
    await MEASURES[name](dataRoot);
  }
  const figures = await readPublished();
  if (figures === null) {
    process.stderr.write('README.md is written when all figures are there.\n');
    return;
  }
  const text = summary(figures, await readWeights());
  await writeFile(resolve(EVALUATION_DIR, 'README.md'), text);
  console.log(text);
}

type DetectorSet = 'head-detector' | 'head-detector-looked-at';

async function measureDetector(name: DetectorSet, dataRoot: string): Promise<void> {
  const recogniser = await createNodeRecogniser({ modelsDir: MODELS_DIR });
  const figures = await detectHeldOutHeads(recogniser, dataRoot, name === 'head-detector' ? 'fresh' : 'looked-at');
  await recogniser.close();
  await publish(name, { madeAt: new Date().toISOString(), weights: await weightsByModel(), ...figures });
}

async function measureIndividuals(
  name: Exclude<keyof PublishedFigures, DetectorSet>,
  { folder, options, copies }: { folder: string; options: readonly string[]; copies?: PublishedFigures['cattle-muzzles']['copies'] },
): Promise<void> {
  const found = await snoutEvaluate({ folder, options, report: publishedPath(name, 'html') });
  await publish(name, { ...found, weights: await weightsByModel(), ...(copies === undefined ? {} : { copies }) });
}

async function weightsByModel(): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await readWeights()).map(({ model, sha256 }) => [model, sha256]));
}
