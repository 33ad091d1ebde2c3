import type { RateLimits } from '../accounts/index.ts';
import type { Clock } from '../recognition/index.ts';

export function createInMemoryRateLimits(clock: Clock): RateLimits {
  const windows = new Map<string, { readonly start: number; readonly count: number }>();
  return {
    async take(what, who, { most, windowMs }) {
      const now = clock.now().getTime();
      const key = `${what} ${who}`;
      const known = windows.get(key);
      const start = known && now < known.start + windowMs ? known.start : now;
      const count = start === known?.start ? known.count + 1 : 1;
      windows.set(key, { start, count });
      return count <= most ? null : Math.ceil((start + windowMs - now) / 1000);
    },
  };
}
