import { describe, expect, it } from 'vitest';
import { retryingFetch } from './retrying-fetch.ts';

/** Answers one after the other, and what was waited between them. */
function asked(answers: readonly (Response | Error)[], longestWaitMs = 60_000) {
  const waits: number[] = [];
  const bodies: string[] = [];
  const rest = answers.values();
  const fetch = retryingFetch({
    attempts: 3,
    longestWaitMs,
    wait: async (milliseconds) => void waits.push(milliseconds),
    async fetch(request) {
      bodies.push(await request.text());
      const next = rest.next();
      if (next.done) throw new Error('Asked too often.');
      if (next.value instanceof Error) throw next.value;
      return next.value;
    },
  });
  return { fetch, waits, bodies };
}

const later = (status: number, retryAfter?: string) =>
  new Response('later', { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } });
const post = (headers: Record<string, string> = { 'idempotency-key': 'a-key-of-mine' }) =>
  new Request('https://snout.example/api/pets', { method: 'POST', body: 'photo', headers });

describe('asking again', () => {
  it('waits as long as the service asks for, and sends the same again', async () => {
    const { fetch, waits, bodies } = asked([later(503, '5'), later(429, '2'), new Response('done')]);
    expect(await (await fetch(post())).text()).toBe('done');
    expect([waits, bodies]).toEqual([
      [5000, 2000],
      ['photo', 'photo', 'photo'],
    ]);
  });

  it('waits longer each time when it does not say, and when the connection broke', async () => {
    const { fetch, waits } = asked([later(503), new TypeError('fetch failed'), new Response('done')]);
    expect((await fetch(new Request('https://snout.example/api/pets'))).status).toBe(200);
    expect(waits).toEqual([500, 1000]);
  });

  it('reads a date as well', async () => {
    const { fetch, waits } = asked([later(503, new Date(Date.now() + 30_000).toUTCString()), new Response('done')]);
    await fetch(post());
    expect(waits[0]).toBeGreaterThan(20_000);
    expect(waits[0]).toBeLessThanOrEqual(30_000);
  });

  it('ends after as many attempts as it was told, with the last answer', async () => {
    expect((await asked([later(503, '1'), later(503, '1'), later(503, '1')]).fetch(post())).status).toBe(503);
    await expect(asked([new TypeError('a'), new TypeError('b'), new TypeError('c')]).fetch(post())).rejects.toThrow('c');
  });

  it('is not done for long, for other answers, nor for what might be done twice', async () => {
    expect((await asked([later(429, '3600')]).fetch(post())).status).toBe(429);
    expect((await asked([new Response('no', { status: 500 })]).fetch(post())).status).toBe(500);
    expect((await asked([later(503, '1')]).fetch(post({}))).status).toBe(503);
  });
});
