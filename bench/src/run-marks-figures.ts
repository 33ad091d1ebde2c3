import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { MARK_KINDS } from './evaluation/found-marks.ts';
import { type MarksFigure, marksFigures } from './evaluation/marks-figures.ts';
import { marksSummary } from './evaluation/marks-summary.ts';
import { EVALUATION_DIR } from './evaluation/publish.ts';
import { MODELS_DIR } from './evaluation/weights.ts';

/** In the order of the document; `rule`: by which the marks are compared. */
const SETS = [
  { set: 'test-noses-easy', rule: 'nose' },
  { set: 'test-noses-middle', rule: 'nose' },
  { set: 'test-noses-hard', rule: 'nose' },
  { set: 'validation-dogs', rule: 'coat' },
  { set: 'validation-cats', rule: 'coat' },
  { set: 'test-dogs', rule: 'coat' },
  { set: 'test-cattle', rule: 'nose' },
] as const;

const number = z.number().positive();
const ruleSchema = z.object({ ratio: number, guess: number, map: number, reach: number, base: number, stretch: number });
const FOUND = resolve(import.meta.dirname, '../../training/work/found');
const missing = SETS.filter(({ set }) => !existsSync(join(FOUND, `${set}.json`))).map(({ set }) => set);
if (missing.length > 0) {
  process.stderr.write(`${FOUND} lacks ${missing.join(', ')}: make them with training/snout_training/marks/found.py first.\n`);
  process.exitCode = 2;
} else await main();

/** Writes docs/evaluation/marks.json and marks.md. */
async function main(): Promise<void> {
  const text = await readFile(join(MODELS_DIR, 'marks', 'model.json'), 'utf8');
  const manifest = z.object({ id: z.string(), matching: z.object({ nose: ruleSchema, coat: ruleSchema }) }).parse(JSON.parse(text));
  const figures: MarksFigure[] = [];
  for (const { set, rule } of SETS) {
    for (const kind of MARK_KINDS) {
      process.stderr.write(`Comparing: ${set}, ${kind} …\n`);
      figures.push(await marksFigures(FOUND, { set, kind, kindOfRule: rule, rule: manifest.matching[rule] }));
    }
  }
  await writeFile(join(EVALUATION_DIR, 'marks.json'), `${JSON.stringify({ model: manifest.id, figures }, null, 1)}\n`);
  await writeFile(join(EVALUATION_DIR, 'marks.md'), marksSummary(manifest.id, figures));
}
