export interface RetryOptions {
  /** Attempts in all. */
  readonly attempts: number;
  /** Longest wait before an attempt, in milliseconds; a service that asks for more gets its answer handed on instead. */
  readonly longestWaitMs: number;
  /** Rejects when the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  fetch(request: Request): Promise<Response>;
}

/** The service is busy or restarting (503), or asked too often (429). */
const LATER = new Set([429, 503]);
/** Done as often as asked without harm (RFC 9110). */
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const FIRST_WAIT_MS = 500;

/**
 * Asks again when the service says "later", after the time in its `Retry-After`, or without one after 0.5, 1, 2 ... seconds; and when a
 * connection broke. Only what may be asked twice: that has an Idempotency-Key, or a method that may be repeated.
 */
export function retryingFetch({ attempts, longestWaitMs, wait, fetch }: RetryOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const mayRepeat = REPEATABLE.has(request.method) || request.headers.has('idempotency-key');
    for (let attempt = 1; attempt < attempts && mayRepeat; attempt++) {
      const backoff = FIRST_WAIT_MS * 2 ** (attempt - 1);
      // The body can be read once: what is sent is a copy, as long as it may have to be sent again.
      const response = await fetch(request.clone()).catch(whenBroken(request.signal));
      if (response !== null && !LATER.has(response.status)) return response;
      const milliseconds = (response && retryAfter(response)) ?? backoff;
      if (response !== null && milliseconds > longestWaitMs) return response;
      await response?.body?.cancel();
      await wait(milliseconds, request.signal);
    }
    return fetch(request);
  };
}

/** Nobody answered: null. Rejects when the caller does not want to know any more. */
function whenBroken(signal: AbortSignal): (error: unknown) => null {
  return (error) => {
    if (signal.aborted) throw error;
    return null;
  };
}

/** Milliseconds; null when the answer does not say. Seconds or a date (RFC 9110). */
function retryAfter(response: Response): number | null {
  const text = response.headers.get('retry-after');
  if (text === null) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
