import { join } from 'node:path';
import { type ChosenPair, choosePairs, groupByIndividual, type PairsResult } from '@snout/core/evaluation';
import type { Species } from '@snout/core/recognition';
import { noteBadPhoto } from '../photo-files.ts';
import type { Terminal } from '../terminal.ts';
import { readLabelledFolder } from './labelled-folder.ts';
import type { Looks } from './look-at-photos.ts';
import { type ListedPair, readPairsFile } from './pairs-file.ts';
import { count } from './summary-rows.ts';

export interface PairChoice {
  readonly species?: Species;
  readonly seed: number;
  /** Of each kind, where a folder gives more. */
  readonly pairs: number;
}

/** The pairs of a list, a file that ends with .csv, or of a labelled folder. */
export function listPairs(path: string, choice: PairChoice): Promise<readonly ListedPair[]> {
  return path.toLowerCase().endsWith('.csv') ? readPairsFile(path) : pairsOfFolder(path, choice);
}

/** All pairs of a labelled folder, or as many of each kind as asked for, drawn at random. */
async function pairsOfFolder(folder: string, { species, pairs: most, seed }: PairChoice): Promise<readonly ListedPair[]> {
  const individuals = await readLabelledFolder(folder, species ?? null);
  const group = groupByIndividual(
    individuals.flatMap(({ individual, species: told, files }) =>
      files.map((name) => ({ individual: `${told ?? ''}/${individual}`, name, vector: new Float32Array(), quality: 0 })),
    ),
  );
  const { mated, nonMated } = choosePairs(group, { most, seed });
  const listed = (same: boolean) => (pair: ChosenPair) => {
    const [a, b] = [group.photos[pair.a], group.photos[pair.b]];
    const [photoA = '', photoB = ''] = [a?.name, b?.name];
    const individuals = [a?.individual ?? '', b?.individual ?? ''] as const;
    return { line: 0, photoA, photoB, fileA: join(folder, photoA), fileB: join(folder, photoB), same, individuals };
  };
  return [...mated.map(listed(true)), ...nonMated.map(listed(false))];
}

/** Each bad photo once, at the first line that names it. */
export function noteFailures(terminal: Terminal, listed: readonly ListedPair[], looks: Looks): number {
  const named = new Set<string>();
  for (const { line, fileA, fileB } of listed) {
    for (const file of [fileA, fileB]) {
      const look = looks.get(file);
      if (look?.kind !== 'failed' || named.has(file)) continue;
      named.add(file);
      noteBadPhoto(terminal, line > 0 ? `line ${line}: ${file}` : file, look.message);
    }
  }
  return named.size;
}

/** `scored`: the pairs that were evaluated, in that order. */
export function problemInWords(path: string, scored: readonly ListedPair[], result: Exclude<PairsResult, { kind: 'evaluated' }>): string {
  if (result.kind === 'too-little-data') {
    return `${path} gives ${count(result.mated)} usable pairs of the same animal and ${count(result.nonMated)} of different ones: both are needed.`;
  }
  const { line = 0, photoA, photoB } = scored[result.index] ?? {};
  return `${path}, line ${line}: ${photoA} and ${photoB} are said to be different, but other lines make them the same animal.`;
}
