import type { RateLimits } from '@snout/core/accounts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface KeyRates {
  /** Counts a request of a key. Null: it is welcome; otherwise milliseconds until the next is. */
  take(keyId: string): Promise<number | null>;
}

const SECONDS = 60;

/** So many requests a minute for each API key, counted in this process: for a service that has no other. */
export function createKeyRates(perMinute: number): KeyRates {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: SECONDS });
  return {
    async take(keyId) {
      try {
        await limiter.consume(keyId);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
  };
}

/** The same, counted over all processes of a service: for that each request of a key writes to the database. */
export function createSharedKeyRates(rateLimits: RateLimits, perMinute: number): KeyRates {
  return {
    async take(keyId) {
      const seconds = await rateLimits.take('request of an API key', keyId, { most: perMinute, windowMs: SECONDS * 1000 });
      return seconds === null ? null : seconds * 1000;
    },
  };
}
