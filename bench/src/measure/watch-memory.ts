import type { BenchmarkRow } from '../benchmark.ts';
import { slope } from './statistics.ts';
import { count } from './words.ts';

/** MB of resident memory, whatever the process does. */
const TARGET_MB = 700;
/** MB of growth over the second half that still count as flat: the allocator's noise is some 20. */
const FLAT_MB = 35;
const SAMPLE_MS = 250;

export interface WatchedWork {
  /** What the process does, for the table. */
  readonly what: string;
  readonly photos: number;
  /** Calls `done` after each photo. */
  readonly work: (done: () => void) => Promise<unknown>;
  readonly beside: string;
}

/** Resident memory of this process while it works through photos: its peak, and how much it still grows in the second half. */
export async function watchMemory({ what, photos, work, beside }: WatchedWork): Promise<readonly BenchmarkRow[]> {
  const samples: (readonly [photos: number, megabytes: number])[] = [];
  let done = 0;
  const sample = () => samples.push([done, process.memoryUsage.rss() / 1e6]);
  const sampler = setInterval(sample, SAMPLE_MS);
  await work(() => {
    done++;
  });
  clearInterval(sampler);
  sample();
  const peak = Math.max(...samples.map(([, megabytes]) => megabytes));
  const half = samples.filter(([photo]) => photo >= photos / 2);
  const perPhoto = slope(half);
  const growth = (perPhoto * photos) / 2;
  return [
    {
      what: `Resident memory, ${what}: peak`,
      value: `${peak.toFixed(0)} MB`,
      target: `<= ${TARGET_MB} MB`,
      met: peak <= TARGET_MB,
      beside: `${count(photos)} photos; ${beside}`,
    },
    {
      what: `Resident memory, ${what}: growth over the second half`,
      value: `${growth.toFixed(1)} MB`,
      target: `flat: <= ${FLAT_MB} MB`,
      met: growth <= FLAT_MB,
      beside: `line of least squares through ${count(half.length)} samples: ${(perPhoto * 1000).toFixed(2)} MB per 1,000 photos`,
    },
  ];
}
