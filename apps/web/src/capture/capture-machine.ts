import { CAPTURE_STEPS, type CaptureStep, PHOTOS_PER_STEP, type SkipReason } from './capture-steps.ts';
import type { FrameVerdict } from './judge-frame.ts';

/** A burst needs this many passing frames and this long, so that the best of it is not just the first. */
const BURST_FRAMES = 8;
const BURST_LEAST_MS = 900;
/** On a slow device it ends after this long with however many frames there are, if at least so many. */
const BURST_MOST_MS = 2500;
const LEAST_FRAMES = 3;
/** Passing frames further apart than this are no burst. */
const BURST_GAP_MS = 700;
/** Two photos of one burst that are kept lie at least this far apart where there is a choice. */
const APART_MS = 300;
/** Frames of which the pixels are kept while a burst goes on: some 8 MB each. */
const KEPT_FRAMES = 5;
/** After so long without a burst, a person is offered to take the photo by hand. */
export const OFFER_HAND_AFTER_MS = 7000;

/** A frame that passed. Its pixels are kept by the caller under `frame`. */
interface Shot {
  readonly frame: number;
  /** ms, of the caller's clock. */
  readonly at: number;
  readonly worth: number;
}

interface Burst {
  readonly startedAt: number;
  readonly lastAt: number;
  /** Passing frames so far. */
  readonly count: number;
  /** The best of them. */
  readonly shots: readonly Shot[];
}

export interface CaptureState {
  /** Null: every step is done or skipped; the photos are looked over. */
  readonly step: CaptureStep | null;
  /** When the step was begun, ms. */
  readonly since: number;
  readonly burst: Burst | null;
  readonly done: readonly CaptureStep[];
  readonly skipped: readonly { readonly step: CaptureStep; readonly reason: SkipReason }[];
  /** The photo that the next one replaces. */
  readonly replacing: string | null;
}

export type CaptureEvent =
  | { readonly kind: 'frame'; readonly frame: number; readonly at: number; readonly verdict: FrameVerdict }
  | { readonly kind: 'by-hand'; readonly frame: number; readonly at: number }
  | { readonly kind: 'skip'; readonly reason: SkipReason; readonly at: number }
  | { readonly kind: 'finish' }
  | { readonly kind: 'go-on'; readonly at: number }
  | { readonly kind: 'retake'; readonly step: CaptureStep; readonly photo: string; readonly at: number };

/** Frames to turn into photos now. */
export interface Take {
  readonly step: CaptureStep;
  readonly frames: readonly number[];
  readonly by: 'burst' | 'hand';
  readonly replaces: string | null;
}

export interface CaptureChange {
  readonly state: CaptureState;
  readonly take: Take | null;
}

/** A capture at its beginning, or one that goes on where a draft ended. */
export function beginCapture(at: number, before: Pick<CaptureState, 'done' | 'skipped'> = { done: [], skipped: [] }): CaptureState {
  return { ...before, step: nextStep(before), since: at, burst: null, replacing: null };
}

/** The state machine of a capture, pure: frames and what a person does in, photos to take out. */
export function changeCapture(state: CaptureState, event: CaptureEvent): CaptureChange {
  switch (event.kind) {
    case 'frame':
      return onFrame(state, event);
    case 'by-hand':
      return state.step === null ? unchanged(state) : finishStep(state, [event.frame], { by: 'hand', at: event.at });
    case 'skip': {
      if (state.step === null) return unchanged(state);
      const skipped = [...state.skipped, { step: state.step, reason: event.reason }];
      return unchanged(beginCapture(event.at, { done: state.done, skipped }));
    }
    case 'finish':
      return unchanged({ ...state, step: null, burst: null, replacing: null });
    case 'go-on':
      return unchanged(beginCapture(event.at, state));
    case 'retake':
      return unchanged({ ...state, step: event.step, since: event.at, burst: null, replacing: event.photo });
  }
}

/** Frames whose pixels may still be asked for. */
export function framesInUse({ burst }: CaptureState): ReadonlySet<number> {
  return new Set(burst?.shots.map(({ frame }) => frame));
}

/** How far the burst has come, 0 to 1. */
export function burstProgress({ burst }: CaptureState): number {
  if (burst === null) return 0;
  const time = (burst.lastAt - burst.startedAt) / BURST_LEAST_MS;
  return Math.min(1, burst.count / BURST_FRAMES, time);
}

function onFrame(state: CaptureState, event: Extract<CaptureEvent, { kind: 'frame' }>): CaptureChange {
  const { step } = state;
  if (step === null) return unchanged(state);
  const { burst, at, verdict, frame } = { burst: state.burst, ...event };
  const alive = burst !== null && at - burst.lastAt <= BURST_GAP_MS ? burst : null;
  if (verdict.kind === 'fails') {
    if (burst === null || alive !== null) return unchanged(state);
    return burst.count >= LEAST_FRAMES ? complete(state, burst, at) : unchanged({ ...state, burst: null });
  }
  const startedAt = alive?.startedAt ?? at;
  const shots = bestOfSlots([...(alive?.shots ?? []), { frame, at, worth: verdict.worth }], startedAt);
  const grown: Burst = { startedAt, lastAt: at, count: (alive?.count ?? 0) + 1, shots };
  return isComplete(grown) ? complete(state, grown, at) : unchanged({ ...state, burst: grown });
}

function isComplete({ startedAt, lastAt, count }: Burst): boolean {
  const lasted = lastAt - startedAt;
  return (count >= BURST_FRAMES && lasted >= BURST_LEAST_MS) || (count >= LEAST_FRAMES && lasted >= BURST_MOST_MS);
}

function complete(state: CaptureState, burst: Burst, at: number): CaptureChange {
  const wanted = state.step === null ? 0 : state.replacing === null ? PHOTOS_PER_STEP[state.step] : 1;
  const best = bestShots(burst.shots, wanted).toSorted((a, b) => a.at - b.at);
  return finishStep(
    state,
    best.map(({ frame }) => frame),
    { by: 'burst', at },
  );
}

/**
 * The best of each slot of time, the best slots first. Were only shots apart from a better one kept, frames that get better all
 * the time would push each other out until one is left.
 */
function bestOfSlots(shots: readonly Shot[], startedAt: number): readonly Shot[] {
  const slots = new Map<number, Shot>();
  for (const shot of shots) {
    const slot = Math.floor((shot.at - startedAt) / APART_MS);
    const best = slots.get(slot);
    if (!best || shot.worth > best.worth) slots.set(slot, shot);
  }
  return [...slots.values()].toSorted((a, b) => b.worth - a.worth).slice(0, KEPT_FRAMES);
}

/** The best by worth, apart from each other; as many as asked for only where there is such a choice. */
function bestShots(shots: readonly Shot[], wanted: number): readonly Shot[] {
  const kept: Shot[] = [];
  for (const shot of shots.toSorted((a, b) => b.worth - a.worth)) {
    if (kept.length < wanted && kept.every((other) => Math.abs(other.at - shot.at) >= APART_MS)) kept.push(shot);
  }
  return kept;
}

function finishStep(state: CaptureState, frames: readonly number[], how: { readonly by: Take['by']; readonly at: number }): CaptureChange {
  const { step } = state;
  if (step === null) return unchanged(state);
  const done = state.done.includes(step) ? state.done : [...state.done, step];
  const skipped = state.skipped.filter((one) => one.step !== step);
  const next = beginCapture(how.at, { done, skipped });
  return {
    // A photo was taken anew from the review: back to it, also when steps were left out before.
    state: state.replacing === null ? next : { ...next, step: null },
    take: { step, frames, by: how.by, replaces: state.replacing },
  };
}

function nextStep({ done, skipped }: Pick<CaptureState, 'done' | 'skipped'>): CaptureStep | null {
  return CAPTURE_STEPS.find((step) => !done.includes(step) && !skipped.some((one) => one.step === step)) ?? null;
}

function unchanged(state: CaptureState): CaptureChange {
  return { state, take: null };
}
