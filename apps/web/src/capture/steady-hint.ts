import type { CaptureHint } from './judge-frame.ts';

/** A new hint must be the right one for this long before it is shown. */
const SETTLE_MS = 450;
/** A hint stays for at least this long: it must be read, or heard, and acted on. */
const DWELL_MS = 1600;
/** A hint that stays is spoken again after this long. */
const REPEAT_MS = 7000;

export interface SteadyHint {
  readonly shown: CaptureHint | null;
  readonly shownAt: number;
  readonly candidate: CaptureHint | null;
  readonly candidateSince: number;
}

export const NO_HINT: SteadyHint = { shown: null, shownAt: 0, candidate: null, candidateSince: 0 };

/** One hint at a time, without flicker. `wanted`: what the newest frame asks for; `at`: ms of a clock that never goes back. */
export function steadyHint(state: SteadyHint, wanted: CaptureHint, at: number): SteadyHint {
  if (wanted === state.shown) return { ...state, candidate: null };
  const since = wanted === state.candidate ? state.candidateSince : at;
  const settled = state.shown === null || (at - since >= SETTLE_MS && at - state.shownAt >= DWELL_MS);
  if (settled) return { shown: wanted, shownAt: at, candidate: null, candidateSince: at };
  return { ...state, candidate: wanted, candidateSince: since };
}

export interface Spoken {
  readonly hint: CaptureHint | null;
  readonly at: number;
}

/** Whether the hint shown is to be said now: when it is new, and again after a while, but praise only once. */
export function isDueToSay({ shown }: SteadyHint, spoken: Spoken, at: number): boolean {
  if (shown === null) return false;
  if (shown !== spoken.hint) return true;
  return shown !== 'keep-still' && at - spoken.at >= REPEAT_MS;
}
