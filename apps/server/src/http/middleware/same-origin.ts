import type { MiddlewareHandler } from 'hono';
import { ProblemError } from '../problem-error.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes asked for by pages of other origins: any page open in the browser could otherwise write in the name of who is signed in.
 * The rules are those of Go's net/http.CrossOriginProtection: trust Sec-Fetch-Site where the browser
 * sends it, compare Origin with Host where it does not, and let programs through, which send neither.
 */
export const sameOrigin: MiddlewareHandler = async (context, next) => {
  if (!SAFE_METHODS.has(context.req.method) && !isSameOrigin(context.req)) throw new ProblemError('cross-site-request');
  await next();
};

interface RequestHead {
  readonly url: string;
  header(name: string): string | undefined;
}

function isSameOrigin(request: RequestHead): boolean {
  const site = request.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.header('origin');
  if (origin === undefined) return true;
  const host = request.header('host') ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
