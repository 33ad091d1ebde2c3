import type { Benchmark } from './benchmark.ts';
import { eventLoop } from './event-loop.bench.ts';
import { folder } from './folder.bench.ts';
import { memory } from './memory.bench.ts';
import { onePhoto } from './one-photo.bench.ts';
import { search } from './search.bench.ts';

/** In the order of the table. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  'one-photo': onePhoto,
  folder,
  search,
  'event-loop': eventLoop,
  memory,
};
