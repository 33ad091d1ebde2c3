import type { BenchmarkRow } from '../benchmark.ts';

export function verdict({ met }: Pick<BenchmarkRow, 'met'>): string {
  return met === null ? '' : met ? 'met' : 'missed';
}
