import { join } from 'node:path';
import { choosePairs, groupByIndividual } from '@snout/core/evaluation';
import type { Look, LookedAtPhoto } from '@snout/core/matching';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, OpenComparer } from '../command-context.ts';
import { noteBadPhoto } from '../photo-files.ts';
import { startProgress } from '../progress.ts';
import type { LabelledIndividual } from './labelled-folder.ts';
import { lookAtPhotos } from './look-at-photos.ts';
import { count } from './summary-rows.ts';

export interface FolderToCompare {
  readonly folder: string;
  readonly individuals: readonly LabelledIndividual[];
  readonly look: Look;
  /** Of each kind of pair, where the folder gives more. */
  readonly most: number;
}

/** What every chosen pair gave, by kind, and what it was measured on. */
export interface ComparedFolder<T> {
  readonly mated: readonly T[];
  readonly nonMated: readonly T[];
  readonly counts: { readonly individuals: number; readonly photos: number };
  /** Photos that could not be used: they have been named. */
  readonly failures: number;
}

/** Of the random choice of pairs. */
const SEED = 1;

/** Looks at each photo once and compares pairs of them. */
export async function compareFolder<T>(
  { terminal, signal, stopAtOnce }: CommandContext,
  open: OpenComparer,
  { folder, individuals, look, most }: FolderToCompare,
  compare: (a: LookedAtPhoto, b: LookedAtPhoto) => T,
): Promise<ComparedFolder<T>> {
  const files = individuals.flatMap((one) => one.files.map((name) => join(folder, name)));
  const looks = await lookAtPhotos(open, files, { terminal, signal, look });
  for (const [file, result] of looks) if (result.kind === 'failed') noteBadPhoto(terminal, file, result.message);
  // Comparing leaves the event loop no turn in which Ctrl-C could be heard.
  stopAtOnce();
  const group = groupByIndividual(
    individuals.flatMap(({ individual, files: names }) =>
      names
        .filter((name) => looks.get(join(folder, name))?.kind === 'looked-at')
        .map((name) => ({ individual, name: join(folder, name), vector: new Float32Array(), quality: 0 })),
    ),
  );
  const pairs = choosePairs(group, { most, seed: SEED });
  const progress = startProgress(terminal, 'Comparing', pairs.mated.length + pairs.nonMated.length);
  const compareAll = (chosen: typeof pairs.mated): readonly T[] =>
    chosen.flatMap(({ a, b }) => {
      progress.advance();
      const [one, other] = [looks.get(group.photos[a]?.name ?? ''), looks.get(group.photos[b]?.name ?? '')];
      return one?.kind === 'looked-at' && other?.kind === 'looked-at' ? [compare(one, other)] : [];
    });
  const [mated, nonMated] = [compareAll(pairs.mated), compareAll(pairs.nonMated)];
  progress.close();
  return {
    mated,
    nonMated,
    counts: { individuals: group.individuals.length, photos: group.photos.length },
    failures: files.length - group.photos.length,
  };
}

/** `set`: what was to be calibrated. */
export function tooFew(set: string, { mated, nonMated }: { readonly mated: number; readonly nonMated: number }): UsageError {
  return new UsageError(`Too few photos to calibrate on (${set}): ${count(mated)} mated and ${count(nonMated)} non-mated comparisons.`);
}
