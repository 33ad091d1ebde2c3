import { basename, join } from 'node:path';
import {
  type ChosenPair,
  choosePairs,
  evaluatePairs as evaluateScores,
  groupByIndividual,
  type PairsResult,
  type ScoredPair,
} from '@snout/core/evaluation';
import type { Look, LookDeps, Modality } from '@snout/core/matching';
import type { Species } from '@snout/core/recognition';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { readLabelledFolder } from '../evaluation/labelled-folder.ts';
import { type Looks, lookAtPhotos, scoreOf } from '../evaluation/look-at-photos.ts';
import { type ListedPair, readPairsFile } from '../evaluation/pairs-file.ts';
import { pairsText } from '../evaluation/pairs-text.ts';
import { count } from '../evaluation/summary-rows.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { noteBadPhoto } from '../photo-files.ts';
import { startProgress } from '../progress.ts';

export interface EvaluatePairsOptions extends CommonOptions {
  readonly modality: Modality;
  readonly cropped?: boolean;
  readonly species?: Species;
  readonly seed: number;
  readonly resamples: number;
  /** Of each kind, where a folder gives more. */
  readonly pairs: number;
}

/** Error rates of one modality on a list of pairs, or on pairs of a folder of known individuals. */
export async function evaluatePairs(context: CommandContext, path: string, options: EvaluatePairsOptions): Promise<ExitCode> {
  const { terminal, signal } = context;
  const listed = path.toLowerCase().endsWith('.csv') ? await readPairsFile(path) : await pairsOfFolder(path, options);
  await using open = await context.openComparer(options);
  const { modality, cropped, species } = options;
  const look: Look = { modality, cropped: cropped === true, ...(species ? { species } : {}) };
  const looks = await lookAtPhotos(
    open,
    listed.flatMap(({ fileA, fileB }) => [fileA, fileB]),
    { terminal, signal, look },
  );
  const failures = noteFailures(context, listed, looks);
  context.stopAtOnce();
  const scored = scorePairs(context, listed, { looks, deps: open.deps, modality });
  if (scored.every(({ same }) => same === null)) {
    for (const { photoA, photoB, score } of scored)
      await terminal.print(JSON.stringify({ photoA, photoB, score: Number(score.toFixed(4)) }));
    terminal.note(`${path} has no column same: there are scores, which order pairs by likeness, but no error rates.`);
    return failures > 0 ? EXIT.badPhotos : EXIT.ok;
  }
  const pairs = scored.map(
    ({ fileA, fileB, same, score, individuals }): ScoredPair => ({
      a: fileA,
      b: fileB,
      same: same === true,
      score,
      ...(individuals ? { individuals } : {}),
    }),
  );
  const result = evaluateScores(pairs, { seed: options.seed, resamples: options.resamples });
  if (result.kind !== 'evaluated') throw new UsageError(problemInWords(path, scored, result));
  const { evaluation } = result;
  const models = { embedder: open.deps.recogniser.models.embedder, marks: open.deps.markFinder.model.id };
  const report = {
    modality,
    source: basename(path),
    models,
    pairs: { offered: listed.length, compared: scored.length },
    failures,
    evaluation,
  };
  if (options.json) await terminal.print(JSON.stringify(report));
  else for (const line of pairsText(report)) await terminal.print(line);
  return failures > 0 ? EXIT.badPhotos : EXIT.ok;
}

/** All pairs of a labelled folder, or as many of each kind as asked for, drawn at random. */
async function pairsOfFolder(folder: string, { species, pairs: most, seed }: EvaluatePairsOptions): Promise<readonly ListedPair[]> {
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
function noteFailures({ terminal }: CommandContext, listed: readonly ListedPair[], looks: Looks): number {
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

type ComparedPair = ListedPair & { readonly score: number };

/** Pairs with a photo that could not be used are left out: it has been named. */
function scorePairs(
  { terminal }: CommandContext,
  listed: readonly ListedPair[],
  { looks, ...by }: { readonly looks: Looks; readonly deps: LookDeps; readonly modality: Modality },
): readonly ComparedPair[] {
  const progress = startProgress(terminal, 'Comparing', listed.length);
  const compared = listed.flatMap((pair) => {
    progress.advance();
    const [a, b] = [looks.get(pair.fileA), looks.get(pair.fileB)];
    return a?.kind === 'looked-at' && b?.kind === 'looked-at' ? [{ ...pair, score: scoreOf(a, b, by) }] : [];
  });
  progress.close();
  return compared;
}

function problemInWords(path: string, scored: readonly ComparedPair[], result: Exclude<PairsResult, { kind: 'evaluated' }>): string {
  if (result.kind === 'too-little-data') {
    return `${path} gives ${count(result.mated)} usable pairs of the same animal and ${count(result.nonMated)} of different ones: both are needed.`;
  }
  const { line = 0, photoA, photoB } = scored[result.index] ?? {};
  return `${path}, line ${line}: ${photoA} and ${photoB} are said to be different, but other lines make them the same animal.`;
}
