/** What a person is told once when everything is being erased, and what comes after they have read it. */
export interface Farewell {
  readonly of: 'person' | 'organisation';
  readonly onLeave: () => void;
}

let current: Farewell | null = null;
const listeners = new Set<() => void>();

export function currentFarewell(): Farewell | null {
  return current;
}

/** Null: it was read. */
export function sayFarewell(farewell: Farewell | null): void {
  current = farewell;
  for (const listener of listeners) listener();
}

/** Calls `listener` when there is one, or none any more; gives what ends that. */
export function watchFarewell(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
