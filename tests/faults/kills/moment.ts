/** When a life of the service is ended that got ready. */
export type Moment =
  /** So long after it was let at the load. */
  | { readonly kind: 'working'; readonly afterMs: number }
  /** When the receiver has a webhook, and the service not yet its answer. */
  | { readonly kind: 'webhook' }
  /** When the mail server has a mail, and the service not yet its answer. */
  | { readonly kind: 'mail' }
  /** As soon as a request was acknowledged. */
  | { readonly kind: 'acknowledged' };

/** Of lives, those that are ended before they are ready; ms after the start, which takes seconds. */
const STARTS_KILLED = 0.1;
const LONGEST_START_MS = 6_000;
const LONGEST_WORK_MS = 4_000;
/** What is waited for may not happen in this life: then it ends after this time. */
export const LONGEST_LIFE_MS = 8_000;

/** Most lives end at any time, some at a time that is known to hurt. `random`: 0 to 1. */
export function drawMoment(random: () => number): Moment {
  const dice = random();
  if (dice < 0.2) return { kind: 'webhook' };
  if (dice < 0.3) return { kind: 'mail' };
  if (dice < 0.5) return { kind: 'acknowledged' };
  return { kind: 'working', afterMs: random() * LONGEST_WORK_MS };
}

/** Milliseconds after which a start is cut off; null: it is let through. */
export function drawStartKill(random: () => number): number | null {
  return random() < STARTS_KILLED ? random() * LONGEST_START_MS : null;
}
