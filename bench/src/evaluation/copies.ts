import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Individual } from '../real-photos/index.ts';
import type { Copies } from './published.ts';

/** Px: coarse enough that noise and compression do not count, fine enough that another shot of the same animal does. */
const THUMBNAIL_SIDE = 24;
/** Of different animals' muzzles none reaches 0.7. */
const COPY_FROM = 0.95;

/** Leaves the first of each group of photos of an animal that show the same: bursts and copies of a file. */
export async function withoutCopies(
  individuals: readonly Individual[],
): Promise<{ readonly individuals: readonly Individual[]; readonly copies: Copies }> {
  let removed = 0;
  let identical = 0;
  const distinct: Individual[] = [];
  for (const { individual, files } of individuals) {
    const kept: Look[] = [];
    for (const file of files) {
      const look = await lookAt(file);
      if (kept.some((other) => correlation(other.thumbnail, look.thumbnail) >= COPY_FROM)) {
        removed++;
        if (kept.some(({ sha256 }) => sha256 === look.sha256)) identical++;
      } else kept.push(look);
    }
    distinct.push({ individual, files: kept.map(({ file }) => file) });
  }
  const offered = individuals.reduce((sum, { files }) => sum + files.length, 0);
  return { individuals: distinct, copies: { offered, removed, identical, from: COPY_FROM } };
}

interface Look {
  readonly file: string;
  readonly sha256: string;
  /** Of mean 0 and length 1. */
  readonly thumbnail: readonly number[];
}

async function lookAt(file: string): Promise<Look> {
  const bytes = await readFile(file);
  const size = { width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'fill' } as const;
  const grey = [...(await sharp(bytes).greyscale().resize(size).raw().toBuffer())];
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const length = Math.hypot(...grey.map((value) => value - mean)) || 1;
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), thumbnail: grey.map((value) => (value - mean) / length) };
}

function correlation(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
