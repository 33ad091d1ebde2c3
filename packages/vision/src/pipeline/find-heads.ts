import type { Box, Species } from '@snout/core/recognition';
import { clipBox } from './box-overlap.ts';
import { candidateScore, type HeadCandidate, readCandidates } from './candidates.ts';
import { lookClosely } from './close-look.ts';
import { letterbox } from './letterbox.ts';
import type { PipelineRuntime } from './pipeline-runtime.ts';
import type { Pixels } from './pixels.ts';
import { suppressOverlaps } from './suppress-overlaps.ts';
import { tileBoxes } from './tiles.ts';

/** Tiles are worth their time only when they show more than the first look did: photos this much larger than the network's input. */
const TILE_ABOVE = 1.5;
/** A candidate's box that is clipped to less than this many pixels of the working image is no head. */
const LEAST_SIDE = 4;

export interface FoundHead extends HeadCandidate {
  readonly score: number;
  readonly species: Species;
}

type Detector = PipelineRuntime['detector'];

/**
 * Finds heads in the working image (results in its pixels, best first): one look at the whole image and, when that shows nothing,
 * one at each tile, since small heads vanish when a large photo is scaled down to the network's input; then a close look at each
 * candidate, where the manifest asks for it. `least`: score from which on a head is one; the manifest's threshold where somebody looks no
 * further, less where the findings are judged again.
 */
export async function findHeads(
  image: Pixels,
  detector: Detector,
  least: number = detector.manifest.postprocess.scoreThreshold,
): Promise<readonly FoundHead[]> {
  const { postprocess, input } = detector.manifest;
  const weakest = Math.min(least, postprocess.secondPassBelow, postprocess.closeLook?.from ?? 1);
  const whole: Box = [0, 0, image.width, image.height];
  const candidates = [...(await lookAt(image, detector, whole, weakest))];
  const best = candidates.reduce((score, candidate) => Math.max(score, candidateScore(candidate)), 0);
  if (best < postprocess.secondPassBelow && Math.max(image.width, image.height) > input.longerSide * TILE_ABOVE) {
    for (const tile of tileBoxes(image.width, image.height, postprocess.tiles)) {
      candidates.push(...(await lookAt(image, detector, tile, weakest)));
    }
  }
  const suppression = { iou: postprocess.nmsIou, limit: postprocess.maxHeads };
  const { closeLook } = postprocess;
  const first = suppressOverlaps(toHeads(candidates, closeLook?.from ?? least, image), suppression);
  if (!closeLook) return first;
  const judged: HeadCandidate[] = [...first.slice(closeLook.atMost)];
  for (const head of first.slice(0, closeLook.atMost)) judged.push(await lookClosely(image, detector, head, closeLook));
  return suppressOverlaps(toHeads(judged, least, image), suppression);
}

/**
 * Dog or cat, for a head that a person has pointed out: the surest candidate in that part of the image, however unsure. A dog when
 * the detector sees nothing at all. `part`: pixels of the working image.
 */
export async function guessSpecies(image: Pixels, detector: Detector, part: Box): Promise<Species> {
  const [x0, y0, x1, y1] = clipBox(part, image.width, image.height).map(Math.round) as [number, number, number, number];
  const whole: Box = x1 > x0 && y1 > y0 ? [x0, y0, x1, y1] : [0, 0, image.width, image.height];
  const candidates = await lookAt(image, detector, whole, 0);
  const best = candidates.reduce<HeadCandidate | null>(
    (top, candidate) => (top !== null && candidateScore(top) >= candidateScore(candidate) ? top : candidate),
    null,
  );
  return best === null ? 'dog' : candidateSpecies(best);
}

async function lookAt(image: Pixels, detector: Detector, part: Box, least: number): Promise<readonly HeadCandidate[]> {
  const { input, output } = detector.manifest;
  const { toImage, ...networkImage } = letterbox(image, input, part);
  const data = await detector.run(networkImage);
  return readCandidates({ data, columns: output.columns, toImage }, least);
}

function toHeads(candidates: readonly HeadCandidate[], least: number, image: Pixels): readonly FoundHead[] {
  return candidates
    .filter((candidate) => candidateScore(candidate) >= least)
    .map((candidate) => toHead(candidate, image))
    .filter(({ box }) => box[2] - box[0] >= LEAST_SIDE && box[3] - box[1] >= LEAST_SIDE);
}

function toHead(candidate: HeadCandidate, image: Pixels): FoundHead {
  const box = clipBox(candidate.box, image.width, image.height);
  return { ...candidate, box, score: candidateScore(candidate), species: candidateSpecies(candidate) };
}

function candidateSpecies({ dogScore, catScore }: HeadCandidate): Species {
  return catScore > dogScore ? 'cat' : 'dog';
}
