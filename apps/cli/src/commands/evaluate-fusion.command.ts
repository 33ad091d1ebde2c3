import { basename } from 'node:path';
import { evaluateFusion as evaluateScores, type TriplyScoredPair } from '@snout/core/evaluation';
import { type FusionCalibration, fusedScore } from '@snout/core/matching';
import type { Species } from '@snout/core/recognition';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, CommonOptions, OpenComparer } from '../command-context.ts';
import { type FusionReport, fusionText } from '../evaluation/fusion-text.ts';
import { listPairs, noteFailures, type PairChoice, problemInWords } from '../evaluation/listed-pairs.ts';
import { faceAndCoat, lookAtPhotos } from '../evaluation/look-at-photos.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { startProgress } from '../progress.ts';

export interface EvaluateFusionOptions extends CommonOptions, PairChoice {
  readonly modality: 'fused';
  readonly cropped?: boolean;
  readonly resamples: number;
}

/** Error rates of face, coat and both together beside each other, on a list of pairs or on pairs of a folder of known individuals. */
export async function evaluateFusion(context: CommandContext, path: string, options: EvaluateFusionOptions): Promise<ExitCode> {
  const { terminal, signal } = context;
  const { species } = options;
  if (species === undefined) throw new UsageError('Face and coat are weighed by species: give --species.');
  const listed = await listPairs(path, options);
  if (listed.every(({ same }) => same === null)) {
    throw new UsageError(`${path} has no column same, without which there are no error rates: write 1 or 0 for each pair.`);
  }
  await using open = await context.openComparer(options);
  const rule = ruleOf(open, species);
  const files = listed.flatMap(({ fileA, fileB }) => [fileA, fileB]);
  const look = { modality: 'face', withMarks: true, cropped: options.cropped === true, species } as const;
  const looks = await lookAtPhotos(open, files, { terminal, signal, look });
  const failures = noteFailures(terminal, listed, looks);
  context.stopAtOnce();
  const progress = startProgress(terminal, 'Comparing', listed.length);
  const compared = listed.flatMap((pair) => {
    progress.advance();
    const [a, b] = [looks.get(pair.fileA), looks.get(pair.fileB)];
    if (a?.kind !== 'looked-at' || b?.kind !== 'looked-at') return [];
    const { similarity, coat } = faceAndCoat(a, b, open.deps);
    return [{ ...pair, scores: { face: similarity, coat: coat.strength, fused: fusedScore(similarity, coat, rule) } }];
  });
  progress.close();
  const scored = compared.map(({ fileA, fileB, same, scores, individuals }): TriplyScoredPair => {
    return { a: fileA, b: fileB, same: same === true, scores, ...(individuals ? { individuals } : {}) };
  });
  const result = evaluateScores(scored, { seed: options.seed, resamples: options.resamples });
  if (result.kind !== 'evaluated') throw new UsageError(problemInWords(path, compared, result));
  const { recogniser, markFinder } = open.deps;
  const report: FusionReport = {
    modality: 'fused',
    species,
    source: basename(path),
    models: { embedder: recogniser.models.embedder, marks: markFinder.model.id },
    pairs: { offered: listed.length, compared: compared.length },
    failures,
    ...result.evaluation,
  };
  if (options.json) await terminal.print(JSON.stringify(report));
  else for (const line of fusionText(report)) await terminal.print(line);
  return failures > 0 ? EXIT.badPhotos : EXIT.ok;
}

function ruleOf({ deps: { recogniser, markFinder } }: OpenComparer, species: Species): FusionCalibration {
  const rule = markFinder.model.calibration.fused[species];
  if (rule?.embedder === recogniser.models.embedder) return rule;
  throw new UsageError(
    `Nobody has weighed faces of ${recogniser.models.embedder} and coats of ${markFinder.model.id} for ${species}s: run snout calibrate --modality fused --species ${species} --write on photos of other animals first.`,
  );
}
