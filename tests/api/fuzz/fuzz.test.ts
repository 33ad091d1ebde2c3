import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { withAccounts } from '../with-accounts.ts';
import { arbitraryRequest } from './arbitrary-request.ts';
import { operations } from './operations.ts';
import { type Caller, MARKER, makeTwoTenants, type TwoTenants } from './two-tenants.ts';

/** Longer runs find more: SNOUT_FUZZ_SECONDS=3600, with another SNOUT_FUZZ_SEED each night. */
const SECONDS = Number(process.env['SNOUT_FUZZ_SECONDS'] ?? 45);
const SEED = Number(process.env['SNOUT_FUZZ_SEED'] ?? 20_260_301);
/** These would end the sessions of those who ask, and with them the test. */
const ENDING = new Set(['signOut', 'endSession']);
/** Nobody needs to read more at once. */
const MOST_FAILURES = 10;

describe('every operation, asked by everybody with whatever fits and does not fit', () => {
  const opened = withAccounts();
  let world: TwoTenants;
  beforeAll(async () => {
    world = await makeTwoTenants(opened());
  }, 300_000);

  it(`never fails on our side and never shows what is another tenant's (${SECONDS} s, seed ${SEED})`, {
    timeout: (SECONDS + 600) * 1000,
  }, async () => {
    expect(await world.seenByB()).toContain(MARKER);
    const { all, resolve } = operations();
    const material = { ...world, resolve };
    const operationsAsked = all.filter(({ id }) => !ENDING.has(id));
    const asked = operationsAsked.flatMap((operation) => {
      const requests = arbitraryRequest(operation, material);
      return world.callers.map((caller) => ({ caller, requests }));
    });
    const failures: string[] = [];
    const statuses = new Map<number, number>();
    const end = Date.now() + SECONDS * 1000;
    // Everything is asked by everybody at least once, however long it takes.
    for (let number = 0; number < asked.length || Date.now() < end; number++) {
      const turn = asked[number % asked.length];
      const [request] = turn ? fc.sample(turn.requests, { seed: SEED + number, numRuns: 1 }) : [];
      if (!turn || !request) throw new Error('No request was made.');
      const { status, fault } = await judged(turn.caller, request);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (fault !== null) failures.push(`${turn.caller.name}: ${request.described}\n→ ${fault}`);
      if (failures.length >= MOST_FAILURES) break;
    }
    expect(failures, failures.join('\n\n')).toEqual([]);
    // A test that is always turned away would find nothing.
    const good = [...statuses].reduce((sum, [status, count]) => sum + (status < 300 ? count : 0), 0);
    expect(good, `answers by status: ${JSON.stringify([...statuses])}`).toBeGreaterThan(asked.length / 20);
  });
});

async function judged(
  caller: Caller,
  { path, init }: { readonly path: string; readonly init: RequestInit },
): Promise<{ readonly status: number; readonly fault: string | null }> {
  const response = await caller.ask(path, init);
  const said = `${Buffer.from(await response.arrayBuffer()).toString('latin1')} ${JSON.stringify([...response.headers])}`;
  const { status } = response;
  if (status >= 500) return { status, fault: `${status} ${said.slice(0, 500)}` };
  const at = said.indexOf(MARKER);
  return { status, fault: at < 0 ? null : `shows what is another tenant's: ${said.slice(Math.max(0, at - 100), at + 100)}` };
}
