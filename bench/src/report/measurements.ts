import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BenchmarkRow } from '../benchmark.ts';
import type { Conditions } from './conditions.ts';
import { markdownReport } from './markdown-report.ts';

/** What one benchmark last measured. */
export interface Measurement {
  readonly conditions: Conditions;
  readonly rows: readonly BenchmarkRow[];
}

/** By name of the benchmark. */
export type Measurements = Readonly<Record<string, Measurement>>;

export const MEASUREMENTS = resolve(import.meta.dirname, '../../../docs/bench.json');
export const DOCUMENT = resolve(import.meta.dirname, '../../../docs/bench.md');

export async function readMeasurements(): Promise<Measurements> {
  return existsSync(MEASUREMENTS) ? JSON.parse(await readFile(MEASUREMENTS, 'utf8')) : {};
}

/** Replaces what these benchmarks measured before and writes the document anew; the others keep what they have. `names`: all, in order. */
export async function writeMeasurements(fresh: Measurements, names: readonly string[]): Promise<void> {
  const known = { ...(await readMeasurements()), ...fresh };
  const all: Measurements = Object.fromEntries(names.flatMap((name) => (known[name] ? [[name, known[name]]] : [])));
  await writeFile(MEASUREMENTS, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(DOCUMENT, markdownReport(all));
}
