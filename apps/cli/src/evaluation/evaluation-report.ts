import type { EvaluateResult } from '@snout/core/evaluation';
import type { Box, Species } from '@snout/core/recognition';
import type { AcquiredSet, AcquisitionFailure } from './acquire-photos.ts';

/** What `snout evaluate` finds: printed with --json, drawn with --report. */
export interface EvaluationReport {
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** Name of the evaluated folder, without the path to it. */
  readonly folder: string;
  /** Photos were head crops already: nothing was detected. */
  readonly cropped: boolean;
  readonly models: { readonly detector: string; readonly embedder: string; readonly quality: string; readonly pipeline: string };
  readonly sections: readonly EvaluationSection[];
}

export interface EvaluationSection {
  readonly species: Species | null;
  readonly acquisition: {
    readonly offered: number;
    readonly acquired: number;
    readonly otherHeads: number;
    readonly failures: readonly AcquisitionFailure[];
  };
  readonly result: EvaluateResult;
}

export function toSection(set: AcquiredSet, result: EvaluateResult): EvaluationSection {
  const { species, offered, otherHeads, failures, photos } = set;
  return { species, acquisition: { offered, acquired: photos.length, otherHeads, failures }, result };
}

/** Where the head taken from each photo lies, by the photo's name. */
export function headBoxes(sets: readonly AcquiredSet[]): ReadonlyMap<string, Box> {
  return new Map(sets.flatMap(({ photos }) => photos.map(({ name, box }) => [name, box] as const)));
}

export function sectionTitle(species: Species | null): string {
  return species === null ? 'All individuals' : species === 'dog' ? 'Dogs' : 'Cats';
}

export function problemInWords(result: Extract<EvaluateResult, { kind: 'too-little-data' }>): string {
  switch (result.problem) {
    case 'fewer-than-two-individuals':
      return 'Photos of at least two individuals are needed.';
    case 'no-individual-with-two-photos':
      return 'At least one individual with two usable photos is needed.';
  }
}
