import type { BenchmarkRow } from '../benchmark.ts';
import type { Conditions } from './conditions.ts';
import { verdict } from './verdict.ts';

/** docs/bench.md. */
export function markdownReport(rows: readonly BenchmarkRow[], { machine, photos, day }: Conditions): string {
  const table = rows.map((row) => `| ${row.what} | ${row.value} | ${row.target ?? ''} | ${verdict(row)} | ${row.beside} |`);
  return `# Speed and memory

Written by \`npm run bench -- --write\` on ${day}. Do not edit.

Machine: ${machine}. Photos: ${photos}. Each benchmark ran in a process of its own.

| figure | measured | target | | beside it, in the same run |
|---|---|---|---|---|
${table.join('\n')}

The limit of a figure is the same work without Snout: decoding the same files and running the same networks, by ONNX Runtime with its
own defaults, on the very tensors that the pipeline makes of them; for the search, the dot products alone. It was measured in the
same run, taking turns. Photos are drawn: of the pipeline, only the size of a file and the number of heads change how long it takes.
`;
}
