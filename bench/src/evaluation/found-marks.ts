import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Marks } from '@snout/core/matching';
import { z } from 'zod';

/** Kinds of marks that training finds in each photo (training/snout_training/marks/found.py). */
export const MARK_KINDS = ['learned', 'sift', 'orb'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

const kindSchema = z.object({ dimensions: z.number().int().positive(), counts: z.array(z.number().int().min(0)) });
const setSchema = z.object({
  individuals: z.array(z.number().int()),
  kinds: z.object({ learned: kindSchema, sift: kindSchema, orb: kindSchema }),
});

/** One set of photos, the marks of one kind in each of them. */
export interface FoundMarks {
  readonly individuals: readonly number[];
  readonly marks: readonly Marks[];
}

/** Side of the crops in which they were found, px. */
const SIDE = 320;

/** Reads what found.py wrote. Scores and places in the photo are left empty: comparing needs neither. */
export async function readFoundMarks(folder: string, set: string, kind: MarkKind): Promise<FoundMarks> {
  const { individuals, kinds } = setSchema.parse(JSON.parse(await readFile(join(folder, `${set}.json`), 'utf8')));
  const { dimensions, counts } = kinds[kind];
  const bytes = await readFile(join(folder, `${set}.${kind}.bin`));
  const numbers = new Float32Array(new Uint8Array(bytes).buffer);
  let at = 0;
  const take = (length: number) => {
    at += length;
    return numbers.slice(at - length, at);
  };
  const marks = counts.map((count): Marks => {
    const inCrop = take(2 * count);
    const none = new Float32Array(0);
    return { model: kind, side: SIDE, count, inCrop, inPhoto: none, scores: none, vectors: take(count * dimensions), dimensions };
  });
  return { individuals, marks };
}
