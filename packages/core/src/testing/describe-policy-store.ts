import { beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '../accounts/index.ts';
import {
  cancelPolicy,
  changeHolder,
  issuePolicy,
  lapsePolicy,
  offerRenewal,
  type Policy,
  type PolicyStore,
  type PolicyToIssue,
  policyOf,
  recordPayment,
  reinstatePolicy,
  renewPolicy,
  toPolicyNumber,
} from '../insurance/index.ts';
import { toCalendarDay } from '../pets/index.ts';
import { INSURANCE_TENANTS } from './describe-product-store.ts';
import { cancellation, decidedOn, EXAMPLE_DISCLOSURES, EXAMPLE_FURTHER, eventsOf, policyToIssue } from './example-policies.ts';

/** What the suite speaks of beside INSURANCE_TENANTS: animals, holders, and the product "us" in the versions 3 and 4. */
export const INSURED_PETS = ['rex', 'max'] as const;
export const POLICY_HOLDERS = ['ada', 'grace'] as const;

/** The contract of the PolicyStore port: every implementation passes it. `create` gives an empty store that knows what is spoken of. */
export function describePolicyStore(name: string, create: () => Promise<PolicyStore>): void {
  describe(`policy store: ${name}`, () => {
    let store: PolicyStore;
    beforeEach(async () => {
      store = await create();
    });

    const [mutual, tail] = INSURANCE_TENANTS;
    const numbered = (first: number) => toPolicyNumber(new Uint8Array(11).with(0, first));
    const issue = (changes: Partial<PolicyToIssue> = {}, date = '2027-02-10') =>
      eventsOf(issuePolicy(policyToIssue(changes), decidedOn(date)));
    const given = async (id: string, changes: Partial<PolicyToIssue> = {}, date?: string) => {
      const added = await store.add(id, issue(changes, date));
      return added.kind === 'added' ? added.policy : expect.unreachable(added.kind);
    };
    const payment = (policy: Policy, date = '2027-02-11') => {
      const amount = policy.terms.at(-1)?.premium.total ?? 0;
      return eventsOf(recordPayment(policy, { amount, reference: `payment ${policy.sequence}` }, decidedOn(date)));
    };
    /** Appends to the policy as it stands. */
    const follow = async (id: string, decide: (policy: Policy) => ReturnType<typeof eventsOf>, tenant: TenantId = mutual) => {
      const stored = await store.find(tenant, id);
      if (stored === null) return expect.unreachable();
      return store.append(tenant, id, { after: stored.policy.sequence, events: decide(stored.policy) });
    };

    it('gives policies and their events as they were given, in order, to their tenant alone', async () => {
      const events = issue();
      const issued = await given('p');
      const paid = payment(issued);
      const policy = policyOf([...events, ...paid]);
      expect(await store.append(mutual, 'p', { after: 1, events: paid })).toEqual({ kind: 'appended', policy });
      expect(await store.find(mutual, 'p')).toEqual({ id: 'p', policy });
      expect(await store.findByNumber(mutual, policy.number)).toEqual({ id: 'p', policy });
      expect(await store.history(mutual, 'p')).toEqual([...events, ...paid]);
      expect([await store.find(tail, 'p'), await store.findByNumber(tail, policy.number), await store.history(tail, 'p')]).toEqual([
        null,
        null,
        [],
      ]);
      expect([await store.ofPet(tail, 'rex'), await store.list(tail, { limit: 9 })]).toEqual([[], []]);
      expect(await store.append(tail, 'p', { after: 2, events: paid })).toEqual({ kind: 'not-found' });
      expect(await store.find(mutual, 'p')).toEqual({ id: 'p', policy });
    });

    it('lists policies newest first, a page at a time', async () => {
      await given('b', { number: numbered(1) });
      await given('c', { number: numbered(2), petId: 'max' });
      await given('theirs', { number: numbered(3), tenant: tail });
      await follow('b', (policy) => eventsOf(lapsePolicy(policy, decidedOn('2027-03-02'))));
      await given(
        'a',
        { number: numbered(4), request: { ...policyToIssue().request, startsOn: toCalendarDay('2027-03-05') } },
        '2027-03-03',
      );
      const pages = await Promise.all(
        [{ limit: 2 }, { limit: 2, before: 'c' }, { limit: 2, before: 'b' }].map((page) => store.list(mutual, page)),
      );
      expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['a', 'c'], ['b'], []]);
      expect((await store.ofPet(mutual, 'rex')).map(({ id, policy }) => [id, policy.status])).toEqual([
        ['b', 'lapsed'],
        ['a', 'awaiting-payment'],
      ]);
    });

    it('takes a number once for each insurer', async () => {
      await given('p');
      expect(await store.add('q', issue({ petId: 'max' }))).toEqual({ kind: 'number-taken' });
      expect(await store.find(mutual, 'q')).toBeNull();
      await given('theirs', { tenant: tail });
    });

    it('has one open policy for each animal and insurer', async () => {
      await given('p');
      expect(await store.add('q', issue({ number: numbered(1) }))).toEqual({ kind: 'already-insured' });
      expect(await store.find(mutual, 'q')).toBeNull();
      await given('theirs', { tenant: tail });
      await follow('p', (policy) => eventsOf(cancelPolicy(policy, cancellation(), decidedOn('2027-03-01'))));
      await given('q', { number: numbered(1) });
    });

    it('has it still when two are issued at the same time', async () => {
      const added = await Promise.all([1, 2, 3].map((number) => store.add(`p${number}`, issue({ number: numbered(number) }))));
      expect(added.map(({ kind }) => kind).sort()).toEqual(['added', 'already-insured', 'already-insured']);
      expect(await store.ofPet(mutual, 'rex')).toHaveLength(1);
    });

    it('has it still when a lapsed one is taken up again', async () => {
      await given('p');
      await follow('p', payment);
      await follow('p', (policy) => eventsOf(offerRenewal(policy, EXAMPLE_FURTHER, decidedOn('2028-01-10'))));
      await follow('p', (policy) => eventsOf(renewPolicy(policy, { accepted: EXAMPLE_DISCLOSURES }, decidedOn('2028-02-01'))));
      await follow('p', (policy) => eventsOf(lapsePolicy(policy, decidedOn('2028-04-01'))));
      const reinstate = (policy: Policy) =>
        eventsOf(reinstatePolicy(policy, { ...EXAMPLE_FURTHER, accepted: EXAMPLE_DISCLOSURES, others: [] }, decidedOn('2028-04-10')));
      await given('q', { number: numbered(1) });
      expect(await follow('p', reinstate)).toEqual({ kind: 'already-insured' });
      expect((await store.find(mutual, 'p'))?.policy).toMatchObject({ status: 'lapsed', sequence: 5 });
      await follow('q', (policy) => eventsOf(lapsePolicy(policy, decidedOn('2028-04-01'))));
      expect(await follow('p', reinstate)).toMatchObject({ kind: 'appended', policy: { status: 'awaiting-payment' } });
    });

    it('takes one of two changes that were decided on the same state', async () => {
      const issued = await given('p');
      const changes = [payment(issued), eventsOf(changeHolder(issued, 'grace', decidedOn('2027-02-11')))];
      const outcomes = await Promise.all(changes.map((events) => store.append(mutual, 'p', { after: 1, events })));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['appended', 'changed-meanwhile']);
      expect(await store.history(mutual, 'p')).toHaveLength(2);
      expect(await store.append(mutual, 'p', { after: 1, events: payment(issued) })).toEqual({ kind: 'changed-meanwhile' });
      expect(await store.append(mutual, 'p', { after: 3, events: payment(issued) })).toEqual({ kind: 'changed-meanwhile' });
      expect(await store.append(mutual, 'none', { after: 1, events: payment(issued) })).toEqual({ kind: 'not-found' });
    });
  });
}
