/** So many within a window that begins with the first. */
export interface RateLimit {
  readonly most: number;
  readonly windowMs: number;
}

/** Counts what somebody does, over all processes of the service, so that nobody does it too often. Implemented by packages/postgres. */
export interface RateLimits {
  /**
   * Counts one more. Null: go on; else the seconds until it may be tried again. `what`: "found-pet search"; `who`: an address or an id,
   * of which only a hash is kept, until the window ends.
   */
  take(what: string, who: string, limit: RateLimit): Promise<number | null>;
}
