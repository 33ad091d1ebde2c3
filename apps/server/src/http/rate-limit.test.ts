import { createFixedClock, createInMemoryRateLimits } from '@snout/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApiApp } from './api-app.ts';
import { problemResponse } from './problem-mapper.ts';
import { limitByAddress } from './rate-limit.ts';

describe('a limit by address, behind a proxy', () => {
  let app: ReturnType<typeof createApiApp>;
  beforeEach(() => {
    const deps = { rateLimits: createInMemoryRateLimits(createFixedClock()), clientAddressHeader: 'x-forwarded-for' };
    app = createApiApp();
    app.onError((error, context) => problemResponse(error, context));
    app.get('/once', async (context) => {
      await limitByAddress(context, deps, 'test', { most: 1, windowMs: 60_000 });
      return context.text('welcome');
    });
  });
  const ask = async (from: string) => (await app.request('/once', { headers: { 'x-forwarded-for': from } })).status;

  it.each([
    ['is one of IPv4', '192.0.2.1', '192.0.2.2'],
    ['is a network of IPv6, in which one household has all addresses', '2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['is such a network, short', '2001:db8::1', '2001:db8:0:1::1'],
  ])('%s', async (_, from, other) => {
    expect([await ask(from), await ask(from), await ask(other)]).toEqual([200, 429, 200]);
  });

  it.each(['2001:db8:1:2::9', '2001:DB8:1:2:0:0:0:7', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::5%eth0'])(
    'is the same network of IPv6 for %s',
    async (other) => {
      expect([await ask('2001:db8:1:2::1'), await ask(other)]).toEqual([200, 429]);
    },
  );

  it('is what the proxy saw, the last of the list: all before it was sent by who asks', async () => {
    expect([await ask('203.0.113.5, 198.51.100.7'), await ask('203.0.113.99,198.51.100.7')]).toEqual([200, 429]);
    expect(await ask('198.51.100.7, 203.0.113.5')).toBe(200);
  });
});
