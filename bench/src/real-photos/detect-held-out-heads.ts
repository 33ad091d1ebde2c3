import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DetectionEvaluation, evaluateDetection, type LabelledHead } from '@snout/core/evaluation';
import type { Box, Point, Species } from '@snout/core/recognition';
import type { NodeRecogniser } from '@snout/vision/node';
import { analyseFiles } from './analyse-files.ts';
import { HELD_OUT_PHOTOS, nameFold } from './name-fold.ts';

/** An entry of heads.json: a photo with all its heads. */
interface LabelledFile {
  readonly file: string;
  readonly heads: ReadonlyArray<{
    readonly species: Species;
    readonly box: Box;
    readonly leftEye: Point | null;
    readonly rightEye: Point | null;
    readonly nose: Point | null;
  }>;
}

/** Figures of the head detector on the labelled photos that training has not seen. */
export async function detectHeldOutHeads(recogniser: NodeRecogniser, root: string): Promise<DetectionEvaluation> {
  const folder = join(root, 'heads');
  const all: readonly LabelledFile[] = JSON.parse(await readFile(join(folder, 'heads.json'), 'utf8'));
  const heldOut = all.filter(({ file }) => nameFold(file) < HELD_OUT_PHOTOS);
  const analyses = await analyseFiles(
    recogniser,
    heldOut.map(({ file }) => join(folder, file)),
  );
  return evaluateDetection(heldOut.map((entry, index) => ({ labelled: entry.heads.map(toHead), found: analyses[index]?.heads ?? [] })));
}

function toHead({ box, species, leftEye, rightEye, nose }: LabelledFile['heads'][number]): LabelledHead {
  return { box, species, landmarks: { leftEye, rightEye, nose } };
}
