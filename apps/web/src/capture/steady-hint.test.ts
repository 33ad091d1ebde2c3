import { describe, expect, it } from 'vitest';
import type { CaptureHint } from './judge-frame.ts';
import { isDueToSay, NO_HINT, type SteadyHint, steadyHint } from './steady-hint.ts';

/** What is shown after each frame, 100 ms apart. */
function shown(wanted: readonly CaptureHint[], from: SteadyHint = NO_HINT): (CaptureHint | null)[] {
  let state = from;
  return wanted.map((hint, index) => {
    state = steadyHint(state, hint, index * 100);
    return state.shown;
  });
}
const times = (hint: CaptureHint, count: number): CaptureHint[] => Array.from({ length: count }, () => hint);

describe('the hint on the screen', () => {
  it('is there from the first frame on', () => {
    expect(shown(['no-head'])).toEqual(['no-head']);
  });

  it('does not flicker when frames disagree', () => {
    const flicker = Array.from({ length: 60 }, (_, index): CaptureHint => (index % 2 === 0 ? 'hold-still' : 'move-closer'));
    expect(new Set(shown(flicker))).toEqual(new Set(['hold-still']));
  });

  it('changes once another hint has lasted and the old one could be read', () => {
    const seen = shown([...times('no-head', 5), ...times('turn-left', 30)]);
    expect(seen[15]).toBe('no-head');
    expect(seen[16]).toBe('turn-left');
    expect(new Set(seen.slice(16))).toEqual(new Set(['turn-left']));
  });

  it('waits for a hint to last even when the old one has been there for long', () => {
    const seen = shown([...times('no-head', 40), 'turn-left', 'turn-left', ...times('no-head', 5), ...times('turn-left', 6)]);
    expect(seen.slice(0, 50)).not.toContain('turn-left');
    expect(seen.at(-1)).toBe('turn-left');
  });

  it('is said when it is new, and again only after a while', () => {
    const state = steadyHint(NO_HINT, 'move-closer', 0);
    expect(isDueToSay(NO_HINT, { hint: null, at: 0 }, 0)).toBe(false);
    expect(isDueToSay(state, { hint: null, at: 0 }, 0)).toBe(true);
    expect(isDueToSay(state, { hint: 'move-closer', at: 0 }, 3000)).toBe(false);
    expect(isDueToSay(state, { hint: 'move-closer', at: 0 }, 8000)).toBe(true);
    expect(isDueToSay({ ...state, shown: 'keep-still' }, { hint: 'keep-still', at: 0 }, 60_000)).toBe(false);
  });
});
