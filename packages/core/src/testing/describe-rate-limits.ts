import { beforeEach, describe, expect, it } from 'vitest';
import type { RateLimits } from '../accounts/index.ts';
import type { Clock } from '../recognition/index.ts';
import { createFixedClock } from './fixed-clock-and-ids.ts';

/** Every implementation of RateLimits passes this. `create`: with nothing counted yet. */
export function describeRateLimits(name: string, create: (clock: Clock) => RateLimits | Promise<RateLimits>): void {
  describe(`rate limits: ${name}`, () => {
    const limit = { most: 2, windowMs: 60_000 };
    let clock = createFixedClock();
    let limits: RateLimits;
    beforeEach(async () => {
      clock = createFixedClock();
      limits = await create(clock);
    });

    it('let so many through, and say when the window ends', async () => {
      expect([await limits.take('search', 'ann', limit), await limits.take('search', 'ann', limit)]).toEqual([null, null]);
      clock.advance(15_000);
      expect(await limits.take('search', 'ann', limit)).toBe(45);
      clock.advance(45_000);
      expect(await limits.take('search', 'ann', limit)).toBe(null);
    });

    it('count each person and each thing for itself', async () => {
      for (const [what, who] of [
        ['search', 'ann'],
        ['search', 'bob'],
        ['message', 'ann'],
      ] as const) {
        expect([await limits.take(what, who, limit), await limits.take(what, who, limit)]).toEqual([null, null]);
      }
      expect(await limits.take('search', 'bob', limit)).toBe(60);
    });

    it('count all of those who come at once', async () => {
      const answers = await Promise.all(Array.from({ length: 9 }, () => limits.take('search', 'ann', limit)));
      expect(answers.filter((answer) => answer === null)).toHaveLength(2);
    });
  });
}
