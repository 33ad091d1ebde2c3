import type { Benchmark } from './benchmark.ts';

/** In the order of the table. Each is loaded alone: what another one needs is not in its memory. */
export const BENCHMARKS: Readonly<Record<string, () => Promise<Benchmark>>> = {
  'one-photo': async () => (await import('./one-photo.bench.ts')).onePhoto,
  folder: async () => (await import('./folder.bench.ts')).folder,
  search: async () => (await import('./search.bench.ts')).search,
  'event-loop': async () => (await import('./event-loop.bench.ts')).eventLoop,
  memory: async () => (await import('./memory.bench.ts')).memory,
  'memory-with-gallery': async () => (await import('./memory-with-gallery.bench.ts')).memoryWithGallery,
};
