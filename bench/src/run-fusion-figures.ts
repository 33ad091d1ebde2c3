import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FusionSet, fusionSummary } from './evaluation/fusion-summary.ts';
import { linkedFolder } from './evaluation/linked-folder.ts';
import { EVALUATION_DIR } from './evaluation/publish.ts';
import { type FusionReport, snoutEvaluateFused } from './evaluation/snout-evaluate.ts';
import { findDataRoot, heldOutDogs, type Individual, individualsIn } from './real-photos/index.ts';

/** Of each kind: more take hours and show little more. */
const PAIRS = ['--pairs', '10000', '--resamples', '1000'];
/** One grey and two black: picked by eye before fusion was measured. */
const PLAIN_CATS: ReadonlySet<string> = new Set(['a08', 'n01', 'n13']);

const root = findDataRoot(['dog-faces', 'campus-cats']);
if (root === null) {
  process.stderr.write('Usage: SNOUT_DATA_ROOT=<folder of photos> node bench/src/run-fusion-figures.ts\n');
  process.exitCode = 2;
} else await main(root);

/** Writes docs/evaluation/fusion.json and fusion.md. */
async function main(dataRoot: string): Promise<void> {
  const cats = await individualsIn(join(dataRoot, 'campus-cats'));
  const reports: Readonly<Record<FusionSet, FusionReport>> = {
    'dogs-held-out': await measure('dogs-held-out', await heldOutDogs(dataRoot), ['--species', 'dog', '--cropped']),
    'campus-cats': await measure('campus-cats', cats, ['--species', 'cat']),
    'campus-cats-patterned': await measure(
      'campus-cats-patterned',
      cats.filter(({ individual }) => !PLAIN_CATS.has(individual)),
      ['--species', 'cat'],
    ),
  };
  const published = JSON.stringify(reports, rounded, 1);
  await writeFile(join(EVALUATION_DIR, 'fusion.json'), `${published}\n`);
  // From what is published, so that both say the same to the last digit.
  const text = fusionSummary(JSON.parse(published));
  await writeFile(join(EVALUATION_DIR, 'fusion.md'), text);
  process.stdout.write(text);
}

async function measure(set: FusionSet, individuals: readonly Individual[], options: readonly string[]): Promise<FusionReport> {
  process.stderr.write(`Evaluating: ${set} …\n`);
  await using folder = await linkedFolder(set, individuals);
  return await snoutEvaluateFused({ folder: folder.path, options: [...options, ...PAIRS] });
}

/** Six digits are more than any of the sets can show. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}
