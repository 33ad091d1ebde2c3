import type { Benchmark } from './benchmark.ts';

/** In the order of the table. Each is loaded alone: what another one needs is not in its memory. */
export const BENCHMARKS: Readonly<Record<string, () => Promise<Benchmark>>> = {
  'one-photo': async () => (await import('./one-photo.bench.ts')).onePhoto,
  'two-photos': async () => (await import('./two-photos.bench.ts')).twoPhotos,
  verification: async () => (await import('./verification.bench.ts')).verification,
  shortlist: async () => (await import('./shortlist.bench.ts')).shortlist,
  folder: async () => (await import('./folder.bench.ts')).folder,
  search: async () => (await import('./search.bench.ts')).search,
  'server-search': async () => (await import('./server-search.bench.ts')).serverSearch,
  'event-loop': async () => (await import('./event-loop.bench.ts')).eventLoop,
  service: async () => (await import('./service.bench.ts')).service,
  pages: async () => (await import('./pages.bench.ts')).pages,
  quotes: async () => (await import('./quotes.bench.ts')).quotes,
  memory: async () => (await import('./memory.bench.ts')).memory,
  'memory-with-gallery': async () => (await import('./memory-with-gallery.bench.ts')).memoryWithGallery,
};
