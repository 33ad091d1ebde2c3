import { boxIou } from './box-overlap.ts';
import { type ConfidentPoint, candidateScore, type HeadCandidate, readCandidates } from './candidates.ts';
import type { PipelineRuntime } from './pipeline-runtime.ts';
import type { Pixels } from './pixels.ts';
import { sampleAffine } from './sample-affine.ts';

export interface CloseLookOptions {
  /** Candidates of the first look from this score on are looked at again. */
  readonly from: number;
  /** Side of the square that is looked at, as a multiple of the box's longer side. */
  readonly scale: number;
  /** Side of the network's input, px; a multiple of the network's strides. */
  readonly side: number;
  /** Heads of a photo that are looked at closely, the best first; the others are judged by the first look alone. */
  readonly atMost: number;
}

/** Less overlap than this (IoU) with what the first look found is another head, or none. */
const SAME_HEAD = 0.4;
/** Weaker candidates of the close look say nothing. */
const LEAST_SCORE = 0.05;

/**
 * Looks at one candidate again, from near: a square around it fills the network's input. What both looks agree on becomes their
 * mean, weighted by their scores; the score is the mean of both, with 0 for a close look that sees nothing there. Frame: pixels
 * of the image. A small dark thing that looks like a head from afar seldom does from near, and boxes and landmarks get finer.
 */
export async function lookClosely(
  image: Pixels,
  detector: PipelineRuntime['detector'],
  first: HeadCandidate,
  { scale, side }: CloseLookOptions,
): Promise<HeadCandidate> {
  const { input, output } = detector.manifest;
  const [x0, y0, x1, y1] = first.box;
  const step = (scale * Math.max(x1 - x0, y1 - y0)) / side;
  const left = (x0 + x1 - step * side) / 2;
  const top = (y0 + y1 - step * side) / 2;
  const data = new Uint8Array(side * side * 3);
  const map = { a: step, b: 0, c: left, d: 0, e: step, f: top };
  sampleAffine(image, { map, step, width: side, height: side, into: data, offset: 0, stride: side, fill: input.padding });
  const rows = await detector.run({ data, width: side, height: side });
  const seen = readCandidates({ data: rows, columns: output.columns, toImage: ([x, y]) => [left + x * step, top + y * step] }, LEAST_SCORE);
  const same = seen
    .filter(({ box }) => boxIou(box, first.box) >= SAME_HEAD)
    .reduce<HeadCandidate | null>((best, one) => (best !== null && candidateScore(best) >= candidateScore(one) ? best : one), null);
  return same === null ? { ...first, dogScore: first.dogScore / 2, catScore: first.catScore / 2 } : meanOf(first, same);
}

function meanOf(a: HeadCandidate, b: HeadCandidate): HeadCandidate {
  const share = candidateScore(b) / (candidateScore(a) + candidateScore(b));
  const mix = (x: number, y: number) => x + share * (y - x);
  const mixed = (x: ConfidentPoint, y: ConfidentPoint): ConfidentPoint => ({
    point: [mix(x.point[0], y.point[0]), mix(x.point[1], y.point[1])],
    confidence: mix(x.confidence, y.confidence),
  });
  return {
    box: [mix(a.box[0], b.box[0]), mix(a.box[1], b.box[1]), mix(a.box[2], b.box[2]), mix(a.box[3], b.box[3])],
    dogScore: (a.dogScore + b.dogScore) / 2,
    catScore: (a.catScore + b.catScore) / 2,
    leftEye: mixed(a.leftEye, b.leftEye),
    rightEye: mixed(a.rightEye, b.rightEye),
    nose: mixed(a.nose, b.nose),
  };
}
