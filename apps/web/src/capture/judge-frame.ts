import type { QualityReasonDto } from '@snout/contract';
import type { LiveHead, LiveLook } from '@snout/vision/live';
import type { CaptureStep } from './capture-steps.ts';
import { type FrameSize, headShare, turnOf } from './head-pose.ts';

type Nose = NonNullable<LiveLook['nose']>;

/** What a person can do about the picture of a nose. */
type NoseHint = 'nose-closer' | 'nose-centre' | 'nose-shine' | 'nose-square' | 'nose-whole';

/** What a person can do now; `keep-still` when nothing needs to change. */
export type CaptureHint =
  | QualityReasonDto
  | 'no-head'
  | 'move-back'
  | 'turn-left'
  | 'turn-right'
  | 'turn-less'
  | NoseHint
  | 'no-nose'
  | 'keep-still';

/** A frame that is good enough for its step, with what it is worth among others of its burst, or what is wrong with it. */
export type FrameVerdict =
  | { readonly kind: 'passes'; readonly worth: number }
  | { readonly kind: 'fails'; readonly hint: Exclude<CaptureHint, 'keep-still'> };

export interface Sighting {
  readonly look: LiveLook;
  readonly frame: FrameSize;
}

/** A head of less than this share of the frame's shorter side wastes the camera's pixels. */
const LEAST_HEAD = 0.24;
/** Closer to the border than this share of the frame, a part of the head is outside. */
const BORDER = 0.008;
/** Turns as in turnOf: measured on drawn animals, front within 0.1, half turned 0.35, turned 45 degrees 0.5 to 0.9. */
const FRONT_WITHIN = 0.25;
/** Cats have short muzzles: the same angle moves their noses less (0.2 to 0.5 at 45 degrees). */
const SIDE_FROM = { dog: 0.34, cat: 0.18 } as const;
/** The nose belongs in the middle part of the frame: this share of it to either side. */
const NOSE_WITHIN = 0.22;
const NOSE_HINTS = {
  'move-closer': 'nose-closer',
  'hold-still': 'hold-still',
  'more-light': 'more-light',
  'avoid-shine': 'nose-shine',
  'square-on': 'nose-square',
  'uncover-nose': 'nose-whole',
} as const satisfies Readonly<Record<Nose['quality']['reasons'][number], CaptureHint>>;
/** Quality of 0 to 100 below which a frame is not worth keeping. */
const LEAST_QUALITY = 40;
/** The same of a nose: what is wrong with it is named long before. */
const LEAST_NOSE_QUALITY = 50;
/** What a point of detail is worth in points of quality: frames of one burst differ in sharpness more than in anything else. */
const DETAIL_WORTH = 2;
/** What a front view loses by a turn of one eye distance: the straightest of a burst is kept. */
const TURN_COST = 80;

/** Judges one frame for one step. The service judges every photo again: this only spares a person bad ones. */
export function judgeFrame(step: CaptureStep, sighting: Sighting): FrameVerdict {
  const { head, nose } = sighting.look;
  if (step !== 'nose') return head === null ? fails('no-head') : judgeFace(step, head, sighting);
  if (nose !== null) return judgeNose(nose, sighting);
  return fails(head === null ? 'no-nose' : 'nose-closer');
}

function judgeFace(step: 'front' | 'left' | 'right', head: LiveHead, { look, frame }: Sighting): FrameVerdict {
  if (headShare(head, frame) < LEAST_HEAD) return fails('move-closer');
  if (touchesBorder(head, frame)) return fails('move-back');
  const turn = turnHint(step, head);
  if (turn !== null) return fails(turn);
  const reason = head.quality.reasons.find((one) => one !== 'look-at-camera');
  if (reason !== undefined) return fails(reason);
  if (head.quality.score < LEAST_QUALITY) return fails('hold-still');
  const askew = step === 'front' ? TURN_COST * Math.abs(turnOf(head) ?? 0) : 0;
  return { kind: 'passes', worth: head.quality.score + DETAIL_WORTH * look.detail - askew };
}

function turnHint(step: 'front' | 'left' | 'right', head: LiveHead): 'look-at-camera' | 'turn-left' | 'turn-right' | 'turn-less' | null {
  const turn = turnOf(head);
  switch (step) {
    case 'front':
      return turn === null || Math.abs(turn) > FRONT_WITHIN ? 'look-at-camera' : null;
    case 'left':
      if (turn === null) return 'turn-less';
      return turn > -SIDE_FROM[head.species] ? 'turn-left' : null;
    case 'right':
      if (turn === null) return 'turn-less';
      return turn < SIDE_FROM[head.species] ? 'turn-right' : null;
  }
}

function judgeNose({ leather: [x0, y0, x1, y1], quality }: Nose, { look, frame }: Sighting): FrameVerdict {
  const away = Math.max(Math.abs((x0 + x1) / 2 / frame.width - 0.5), Math.abs((y0 + y1) / 2 / frame.height - 0.5));
  if (away > NOSE_WITHIN) return fails('nose-centre');
  const [worst] = quality.reasons;
  if (worst !== undefined) return fails(NOSE_HINTS[worst]);
  if (quality.score < LEAST_NOSE_QUALITY) return fails('hold-still');
  return { kind: 'passes', worth: quality.score + DETAIL_WORTH * look.detail };
}

function touchesBorder({ box }: LiveHead, { width, height }: FrameSize): boolean {
  const [x, y] = [width * BORDER, height * BORDER];
  return box[0] < x || box[1] < y || box[2] > width - x || box[3] > height - y;
}

function fails(hint: Exclude<CaptureHint, 'keep-still'>): FrameVerdict {
  return { kind: 'fails', hint };
}
