import type { AnalysedHead, Point, Species } from '@snout/core/recognition';
import { analyseFile, type FileAnalysis } from '../analyse-file.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { mapInOrder } from '../map-in-order.ts';
import { noteBadPhoto } from '../photo-files.ts';
import { findPhotoFiles } from '../photo-paths.ts';
import { startProgress } from '../progress.ts';
import { tenth } from '../public-shapes.ts';

export interface EmbedOptions extends CommonOptions {
  readonly cropped?: boolean;
  readonly species?: Species;
}

/** Photos on their way beyond those in work, so that no worker waits for the disk. */
const READ_AHEAD = 2;

/** One JSON line per photo, in the order of the files. */
export async function embed(context: CommandContext, paths: readonly string[], options: EmbedOptions): Promise<ExitCode> {
  const files = await findPhotoFiles(paths);
  await using open = await context.openRecogniser(options);
  const progress = startProgress(context.terminal, 'Embedding', files.length);
  const analyseOptions = {
    signal: context.signal,
    ...(options.cropped ? { cropped: true } : {}),
    ...(options.species ? { species: options.species } : {}),
  };
  let bad = 0;
  const results = mapInOrder(files, open.workers + READ_AHEAD, (file) => analyseFile(open.recogniser, file, analyseOptions));
  for await (const result of results) {
    if (result.kind === 'failed') {
      bad++;
      noteBadPhoto(context.terminal, result.file, result.error);
    }
    await context.terminal.print(embedLine(result));
    progress.advance();
  }
  progress.close();
  if (bad > 0) context.terminal.note(`${bad} of ${files.length} photos could not be read.`);
  return bad > 0 ? EXIT.badPhotos : EXIT.ok;
}

/** The line of a file that could not be read has size 0, no heads and an error. */
export function embedLine(result: FileAnalysis): string {
  if (result.kind === 'failed') return JSON.stringify({ file: result.file, width: 0, height: 0, heads: [], error: result.error });
  const { width, height, heads } = result.photo;
  return JSON.stringify({ file: result.file, width, height, heads: heads.map(embedHead) });
}

function embedHead({ box, species, score, landmarks, quality, template }: AnalysedHead) {
  const point = (at: Point | null) => at?.map(tenth) ?? null;
  return {
    box: box.map(tenth),
    species,
    score: Number(score.toFixed(4)),
    landmarks: { leftEye: point(landmarks.leftEye), rightEye: point(landmarks.rightEye), nose: point(landmarks.nose) },
    quality: Math.round(quality.score * 10) / 10,
    reasons: quality.reasons,
    // Nine digits give back the very same number of 32 bits.
    template: Array.from(template.vector, (value) => Number(value.toPrecision(9))),
    model: template.model,
  };
}
