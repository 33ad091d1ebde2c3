import type { Clock, Ids } from '../recognition/index.ts';

/** A clock that stands still until it is told to move. */
export function createFixedClock(start = '2026-01-01T00:00:00.000Z'): Clock & { advance(ms: number): void } {
  let time = new Date(start).getTime();
  return {
    now: () => new Date(time),
    advance(ms) {
      time += ms;
    },
  };
}

/** Ids that count: "id-0001", "id-0002" ... */
export function createCountingIds(prefix = 'id'): Ids {
  let last = 0;
  return {
    next() {
      last++;
      return `${prefix}-${String(last).padStart(4, '0')}`;
    },
  };
}
