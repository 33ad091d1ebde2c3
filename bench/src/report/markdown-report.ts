import type { Measurement, Measurements } from './measurements.ts';
import { verdict } from './verdict.ts';

/** docs/bench.md. */
export function markdownReport(measurements: Measurements): string {
  return `# Speed and memory

Written by \`npm run bench -- --write\`, which measures all benchmarks or those that are named. Do not edit. Each ran in a process of its own.

${Object.entries(measurements).map(section).join('\n')}
## What is compared

The limit of a figure is the same work without Snout: decoding the same files and running the same networks, by ONNX Runtime with its
own defaults, on the very tensors that the pipeline makes of them; for the search, the dot products alone. It was measured in the
same run, taking turns: shares of a limit hold on a busy machine too. Photos are drawn: of the pipeline, only the size of a file and the
number of heads change how long it takes.
`;
}

function section([name, { conditions, rows }]: readonly [string, Measurement]): string {
  const table = rows.map((row) => `| ${row.what} | ${row.value} | ${row.target ?? ''} | ${verdict(row)} | ${row.beside} |`);
  return `## ${name}

${conditions.day}: ${conditions.machine}; busy before: ${conditions.load}. ${conditions.photos}.

| figure | measured | target | | beside it, in the same run |
|---|---|---|---|---|
${table.join('\n')}
`;
}
