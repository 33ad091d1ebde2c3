import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { BENCHMARKS } from '../benchmarks.ts';
import { markdownReport } from './markdown-report.ts';
import { DOCUMENT, MEASUREMENTS, readMeasurements } from './measurements.ts';

const isMeasured = existsSync(MEASUREMENTS);
const why = isMeasured ? '' : ' (SKIPPED: nothing is published: npm run bench)';

it.runIf(isMeasured)(`docs/bench.md says what was measured, of benchmarks that there are${why}`, async () => {
  const measurements = await readMeasurements();
  expect(await readFile(DOCUMENT, 'utf8')).toBe(markdownReport(measurements));
  expect(Object.keys(measurements).filter((name) => !(name in BENCHMARKS))).toEqual([]);
});

it('a figure stands with its target, its verdict and when it was measured', () => {
  const text = markdownReport({
    folder: {
      conditions: { machine: '2 cores', photos: '24 drawn photos', day: '2026-01-02', load: '0.1 processes for 2 processors' },
      rows: [{ what: 'Photos of a folder', value: '6 a second', target: '>= 15 a second', met: false, beside: '2 workers' }],
    },
  });
  expect(text).toContain('2026-01-02: 2 cores; busy before: 0.1 processes for 2 processors. 24 drawn photos.');
  expect(text).toContain('| Photos of a folder | 6 a second | >= 15 a second | missed | 2 workers |');
});
