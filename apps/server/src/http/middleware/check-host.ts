import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { ProblemError } from '../problem-error.ts';

/**
 * Refuses host names that are not ours: a web page could otherwise point its own name at 127.0.0.1 (DNS rebinding) and read
 * the gallery as "same origin". IP addresses cannot be rebound; `localhost` and its sub-domains never leave the machine (RFC 6761).
 */
export function checkHost(allowedHosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (!isAllowed(hostName(host), allowedHosts)) throw new ProblemError('host-not-allowed');
    await next();
  };
}

function isAllowed(name: string, allowedHosts: readonly string[]): boolean {
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || allowedHosts.includes(name);
}

/** Without port and without the brackets of an IPv6 address. */
function hostName(host: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(host);
  return (bracketed?.[1] ?? host.replace(/:\d+$/, '')).toLowerCase();
}
