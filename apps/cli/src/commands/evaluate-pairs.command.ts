import { basename } from 'node:path';
import { evaluatePairs as evaluateScores, type ScoredPair } from '@snout/core/evaluation';
import type { Look, LookDeps, Modality } from '@snout/core/matching';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { listPairs, noteFailures, type PairChoice, problemInWords } from '../evaluation/listed-pairs.ts';
import { type Looks, lookAtPhotos, scoreOf } from '../evaluation/look-at-photos.ts';
import type { ListedPair } from '../evaluation/pairs-file.ts';
import { pairsText } from '../evaluation/pairs-text.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { startProgress } from '../progress.ts';

export interface EvaluatePairsOptions extends CommonOptions, PairChoice {
  readonly modality: Modality;
  readonly cropped?: boolean;
  readonly resamples: number;
}

/** Error rates of one modality on a list of pairs, or on pairs of a folder of known individuals. */
export async function evaluatePairs(context: CommandContext, path: string, options: EvaluatePairsOptions): Promise<ExitCode> {
  const { terminal, signal } = context;
  const listed = await listPairs(path, options);
  await using open = await context.openComparer(options);
  const { modality, cropped, species } = options;
  const look: Look = { modality, cropped: cropped === true, ...(species ? { species } : {}) };
  const looks = await lookAtPhotos(
    open,
    listed.flatMap(({ fileA, fileB }) => [fileA, fileB]),
    { terminal, signal, look },
  );
  const failures = noteFailures(terminal, listed, looks);
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
