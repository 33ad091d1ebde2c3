import type { RateLimit } from '@snout/core/accounts';
import type { Context } from 'hono';
import type { AppDeps, AppEnvironment } from './app-environment.ts';
import { clientAddress } from './client-address.ts';
import { ProblemError } from './problem-error.ts';

type LimitDeps = Pick<AppDeps, 'rateLimits' | 'clientAddressHeader'>;

/** Networks of which one household or one server has all addresses are one asker: /64 of IPv6. */
const IPV6_ASKER_GROUPS = 4;

/** Counts one more by the address that asks. @throws ProblemError `too-many-attempts`. */
export async function limitByAddress(context: Context<AppEnvironment>, deps: LimitDeps, what: string, limit: RateLimit): Promise<void> {
  await limitBy(deps, what, { who: askerOf(clientAddress(context, deps)), limit });
}

/** Counts one more by who does it. @throws ProblemError `too-many-attempts`. */
export async function limitBy(
  { rateLimits }: Pick<LimitDeps, 'rateLimits'>,
  what: string,
  { who, limit }: { readonly who: string; readonly limit: RateLimit },
): Promise<void> {
  const retryAfterSeconds = await rateLimits.take(what, who, limit);
  if (retryAfterSeconds !== null) throw new ProblemError('too-many-attempts', undefined, { retryAfterSeconds });
}

function askerOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('%', 1).join('').toLowerCase().split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...zeros, ...rest].slice(0, IPV6_ASKER_GROUPS).join(':');
}
