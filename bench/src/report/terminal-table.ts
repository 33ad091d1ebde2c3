import type { BenchmarkRow } from '../benchmark.ts';
import type { Conditions } from './conditions.ts';
import { verdict } from './verdict.ts';

export function terminalTable(rows: readonly BenchmarkRow[], { machine, photos, load }: Conditions): string {
  const width = (of: (row: BenchmarkRow) => string) => Math.max(...rows.map((row) => of(row).length));
  const [what, value, target] = [width((row) => row.what), width((row) => row.value), width((row) => row.target ?? '')];
  const lines = rows.flatMap((row) => [
    `${row.what.padEnd(what)}  ${row.value.padStart(value)}  ${(row.target ?? '').padEnd(target)}  ${verdict(row)}`.trimEnd(),
    `    ${row.beside}`,
  ]);
  return ['', `${machine}; busy before: ${load}; ${photos}`, '', ...lines, ''].join('\n');
}
