import { describe, expect, it } from 'vitest';
import { beginCapture, burstProgress, type CaptureState, changeCapture, framesInUse, type Take } from './capture-machine.ts';
import type { FrameVerdict } from './judge-frame.ts';

const FAILS: FrameVerdict = { kind: 'fails', hint: 'no-head' };
const passes = (worth = 50): FrameVerdict => ({ kind: 'passes', worth });

/** Feeds frames every `every` ms from `from` on, numbered like their time. */
function feed(
  state: CaptureState,
  from: number,
  verdicts: readonly FrameVerdict[],
  every = 120,
): { state: CaptureState; takes: Take[]; at: number } {
  const takes: Take[] = [];
  let at = from;
  for (const verdict of verdicts) {
    const change = changeCapture(state, { kind: 'frame', frame: at, at, verdict });
    state = change.state;
    if (change.take) takes.push(change.take);
    at += every;
  }
  return { state, takes, at };
}

const many = (verdict: FrameVerdict, count: number): FrameVerdict[] => Array.from({ length: count }, () => verdict);

describe('a guided capture', () => {
  it('goes through its steps without a shutter button', () => {
    let { state, at } = { state: beginCapture(0), at: 0 };
    const steps: unknown[] = [];
    while (state.step !== null) {
      const fed = feed(state, at, many(passes(), 9));
      state = fed.state;
      at = fed.at;
      for (const take of fed.takes) steps.push([take.step, take.frames.length, take.by]);
    }
    expect(steps).toEqual([
      ['front', 2, 'burst'],
      ['left', 1, 'burst'],
      ['right', 1, 'burst'],
      ['nose', 1, 'burst'],
    ]);
    expect(state.done).toEqual(['front', 'left', 'right', 'nose']);
  });

  it('keeps the best frames of a burst, apart from each other, in the order of time', () => {
    const worths = [50, 50, 90, 89, 50, 50, 50, 70, 50];
    const { takes } = feed(beginCapture(0), 0, worths.map(passes));
    expect(takes[0]?.frames).toEqual([240, 840]);
  });

  it('keeps as many as asked for of frames that get better all the time', () => {
    const worths = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95];
    expect(feed(beginCapture(0), 0, worths.map(passes)).takes[0]?.frames).toHaveLength(2);
  });

  it('is not hurried: a burst lasts a while however fast the frames come', () => {
    const fast = feed(beginCapture(0), 0, many(passes(), 20), 30);
    expect(fast.takes).toEqual([]);
    expect(feed(fast.state, fast.at, many(passes(), 12), 30).takes).toHaveLength(1);
  });

  it('completes a burst on a slow device, from few frames', () => {
    expect(feed(beginCapture(0), 0, many(passes(), 6), 600).takes.map(({ frames }) => frames.length)).toEqual([2]);
  });

  it('holds on to few frames while a burst goes on, and to none otherwise', () => {
    const { state } = feed(beginCapture(0), 0, many(passes(), 25), 30);
    expect(framesInUse(state).size).toBeGreaterThan(0);
    expect(framesInUse(state).size).toBeLessThanOrEqual(5);
    expect(framesInUse(beginCapture(0)).size).toBe(0);
  });

  it('forgives a bad frame within a burst, and forgets a burst that broke off at once', () => {
    const blinked = feed(beginCapture(0), 0, [...many(passes(), 4), FAILS, ...many(passes(), 5)]);
    expect(blinked.takes).toHaveLength(1);
    const broken = feed(beginCapture(0), 0, [passes(), passes(), ...many(FAILS, 10)]);
    expect(broken.takes).toEqual([]);
    expect(broken.state.burst).toBeNull();
  });

  it('takes what it has when the animal leaves in the middle of a burst', () => {
    expect(feed(beginCapture(0), 0, [...many(passes(), 4), ...many(FAILS, 8)]).takes).toHaveLength(1);
  });

  it('takes one frame by hand whatever it shows', () => {
    const { state, take } = changeCapture(beginCapture(0), { kind: 'by-hand', frame: 7, at: 10 });
    expect(take).toEqual({ step: 'front', frames: [7], by: 'hand', replaces: null });
    expect(state).toMatchObject({ step: 'left', since: 10, done: ['front'] });
  });

  it('skips a step with a reason and comes to an end', () => {
    let state = beginCapture(0, { done: ['front', 'left', 'right'], skipped: [] });
    expect(state.step).toBe('nose');
    state = changeCapture(state, { kind: 'skip', reason: 'cat-nose', at: 5 }).state;
    expect(state).toMatchObject({ step: null, skipped: [{ step: 'nose', reason: 'cat-nose' }] });
  });

  it('takes one photo anew and goes back to the review', () => {
    const reviewed = beginCapture(0, { done: ['front', 'left', 'right'], skipped: [{ step: 'nose', reason: 'shy' }] });
    const again = changeCapture(reviewed, { kind: 'retake', step: 'front', photo: 'p1', at: 50 }).state;
    expect(again.step).toBe('front');
    const { state, takes } = feed(again, 100, many(passes(), 9));
    expect(takes).toMatchObject([{ step: 'front', replaces: 'p1', by: 'burst' }]);
    expect(takes[0]?.frames).toHaveLength(1);
    expect(state.step).toBeNull();
  });

  it('takes a skipped step after all, which is then no longer skipped', () => {
    const reviewed = beginCapture(0, {
      done: ['front'],
      skipped: [
        { step: 'left', reason: 'shy' },
        { step: 'right', reason: 'shy' },
        { step: 'nose', reason: 'shy' },
      ],
    });
    const again = changeCapture(reviewed, { kind: 'retake', step: 'nose', photo: '', at: 50 }).state;
    const { state } = changeCapture(again, { kind: 'by-hand', frame: 1, at: 60 });
    expect(state.skipped.map(({ step }) => step)).toEqual(['left', 'right']);
    expect(state.done).toEqual(['front', 'nose']);
  });

  it('can be finished early and gone on with', () => {
    const early = changeCapture(beginCapture(0, { done: ['front'], skipped: [] }), { kind: 'finish' }).state;
    expect(early.step).toBeNull();
    expect(changeCapture(early, { kind: 'go-on', at: 9 }).state).toMatchObject({ step: 'left', since: 9 });
  });

  it('does nothing with frames that come after the end', () => {
    const { state } = changeCapture(beginCapture(0), { kind: 'finish' });
    expect(feed(state, 0, many(passes(), 20)).takes).toEqual([]);
  });

  it('says how far a burst has come', () => {
    expect(burstProgress(beginCapture(0))).toBe(0);
    const some = burstProgress(feed(beginCapture(0), 0, many(passes(), 4)).state);
    expect(some).toBeGreaterThan(0.2);
    expect(some).toBeLessThan(1);
  });
});
