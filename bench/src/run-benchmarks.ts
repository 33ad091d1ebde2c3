import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { BENCHMARKS } from './benchmarks.ts';
import { drawPhotos } from './photos/draw-photos.ts';
import { conditionsNow } from './report/conditions.ts';
import { writeMeasurements } from './report/measurements.ts';
import { terminalTable } from './report/terminal-table.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const USAGE = `Usage: npm run bench -- [--quick] [--write] [${Object.keys(BENCHMARKS).join(' | ')}]…
  --quick  a small try of each, in a minute or two; its figures say nothing about speed
  --write  write what was measured into docs/bench.md, where the other benchmarks keep what they have (not with --quick)
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS);
if (names.some((name) => !(name in BENCHMARKS)) || (values.write && values.quick)) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  await main(names, values);
}

/** The exit code is 1 when a target was missed, but for quick tries. */
async function main(chosen: readonly string[], { quick, write }: { readonly quick: boolean; readonly write: boolean }): Promise<void> {
  const drawn = await drawPhotos(quick ? 3 : 24);
  const setup: BenchmarkSetup = { modelsDir: resolve(ROOT, 'models'), photosDir: drawn.folder, quick };
  let missed = false;
  for (const name of chosen) {
    process.stderr.write(`Measuring: ${name} …\n`);
    const conditions = conditionsNow(drawn.inWords);
    const rows = await runApart(name, setup);
    console.log(terminalTable(rows, conditions));
    missed ||= rows.some(({ met }) => met === false);
    if (write) await writeMeasurements({ [name]: { conditions, rows } }, Object.keys(BENCHMARKS));
  }
  if (quick) console.log('A quick try: these figures say nothing about speed.');
  if (!quick && missed) process.exitCode = 1;
}

async function runApart(name: string, setup: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const child = fork(resolve(import.meta.dirname, 'run-one.ts'), [name, JSON.stringify(setup)]);
  let rows: readonly BenchmarkRow[] | null = null;
  child.on('message', (message) => {
    rows = message as readonly BenchmarkRow[];
  });
  const [code] = await once(child, 'close');
  if (rows === null) throw new Error(`The benchmark ${name} ended with ${code} and without a result.`);
  return rows;
}
