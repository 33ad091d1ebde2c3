import fc from 'fast-check';
import {
  CANCEL_REASONS,
  CAUSES,
  cancelPolicy,
  changeHolder,
  changeNextTerm,
  type DecidedBy,
  expirePolicy,
  issuePolicy,
  lapsePolicy,
  lastTerm,
  offerRenewal,
  type Policy,
  type PolicyDecision,
  type PolicyEvent,
  recordDeath,
  recordPayment,
  recordRefund,
  refused,
  reinstatePolicy,
  renewPolicy,
  unpaidTerm,
  waiveWaiting,
} from '../insurance/index.ts';
import { addDays, type CalendarDay, toCalendarDay } from '../pets/index.ts';
import { EXAMPLE_DISCLOSURES, EXAMPLE_OFFER, eventsOf, follow, policyToIssue } from './example-policies.ts';

/** With a 29 February among the starts. */
const FIRST_START = toCalendarDay('2028-02-20');
export const LIVES_BIRTH = { date: '2027-01-15', estimated: false };
export const LIVES_FURTHER = { product: EXAMPLE_OFFER, species: 'dog', birth: LIVES_BIRTH } as const;

export function noonOf(day: CalendarDay): DecidedBy {
  return { at: new Date(`${day}T17:00:00Z`), actor: { kind: 'person', id: 'ada' } };
}

/** What happened to a policy, and the policy after each of the decisions. */
export interface PolicyLife {
  readonly events: readonly PolicyEvent[];
  readonly policies: readonly Policy[];
}

type Step = (policy: Policy, today: CalendarDay, index: number) => PolicyDecision;
type Wait = (policy: Policy, today: CalendarDay) => CalendarDay;
const step = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary });

const claims = fc.array(fc.record({ term: fc.integer({ min: 1, max: 4 }), made: fc.nat(2), paid: fc.constantFrom(0, 0, 7000) }), {
  maxLength: 3,
});
const choices = fc.constant({});

const payments = fc.constantFrom(0, 0, 0, 0, -1, 500).map(
  (off): Step =>
    (policy, today, index) => {
      const due = unpaidTerm(policy)?.premium.total ?? 100;
      return recordPayment(policy, { amount: due + off, reference: `p${index % 40}` }, noonOf(today));
    },
);
const cancellations = fc
  .record({ by: fc.constantFrom('owner', 'insurer'), ahead: fc.integer({ min: -5, max: 400 }), claims, isAtOnce: fc.boolean() })
  .map(
    ({ by, ahead, isAtOnce, ...asked }): Step =>
      (policy, today) => {
        const lastDay = addDays(today, isAtOnce ? 0 : ahead);
        return cancelPolicy(policy, { ...asked, by, reason: CANCEL_REASONS[by][0], explanation: 'x', lastDay }, noonOf(today));
      },
  );
const deaths = fc.record({ ago: fc.integer({ min: -1, max: 400 }), claims }).map(
  ({ ago, ...asked }): Step =>
    (policy, today) =>
      recordDeath(policy, { ...asked, diedOn: addDays(today, -ago) }, noonOf(today)),
);

const ordinarySteps: readonly Step[] = [
  (policy, today, index) => recordPayment(policy, { amount: lastTerm(policy).premium.total, reference: `o${index}` }, noonOf(today)),
  (policy, today) => offerRenewal(policy, LIVES_FURTHER, noonOf(today)),
  (policy, today) => renewPolicy(policy, { accepted: EXAMPLE_DISCLOSURES }, noonOf(today)),
  (policy, today) => lapsePolicy(policy, noonOf(today)),
  (policy, today) => reinstatePolicy(policy, { ...LIVES_FURTHER, accepted: EXAMPLE_DISCLOSURES, others: [policy] }, noonOf(today)),
  (policy, today) => expirePolicy(policy, noonOf(today)),
];
/** The first of some steps that is accepted. */
const ordinary = fc.shuffledSubarray([...ordinarySteps], { minLength: 1 }).map(
  (tried): Step =>
    (policy, today, index) => {
      const decisions = tried.map((one) => one(policy, today, index));
      return decisions.find(({ kind }) => kind === 'decided') ?? refused({ kind: 'not-ended' });
    },
);

/** Mostly what would be accepted, so that policies grow old; beside it, all that should be refused. */
const steps = fc.oneof(
  step(20, ordinary),
  step(2, payments),
  step(
    1,
    fc.record({ tier: fc.constantFrom('essential', 'complete'), choices }).map(
      (next): Step =>
        (policy, today) =>
          changeNextTerm(policy, next, noonOf(today)),
    ),
  ),
  step(
    1,
    fc.constantFrom('ada', 'grace').map(
      (holder): Step =>
        (policy, today) =>
          changeHolder(policy, holder, noonOf(today)),
    ),
  ),
  step(
    1,
    fc.subarray([...CAUSES]).map(
      (causes): Step =>
        (policy, today) =>
          waiveWaiting(policy, { causes, terms: EXAMPLE_OFFER.terms }, noonOf(today)),
    ),
  ),
  step(1, cancellations),
  step(1, deaths),
  step(
    4,
    fc.integer({ min: 1, max: 3 }).map(
      (term): Step =>
        (policy, today, index) =>
          recordRefund(policy, { term, reference: `r${index}` }, noonOf(today)),
    ),
  ),
);

const few = fc.integer({ min: -3, max: 40 });
/** From one step to the next: none or few days, to about the end of the term or of the time to pay; now and then a clock that goes back. */
const waits = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 0, max: 3 }).map(
      (days): Wait =>
        (_policy, today) =>
          addDays(today, days),
    ),
  },
  {
    weight: 2,
    arbitrary: few.map(
      (before): Wait =>
        (policy, today) =>
          latest(today, addDays(lastTerm(policy).endsOn, -before)),
    ),
  },
  {
    weight: 1,
    arbitrary: few.map(
      (after): Wait =>
        (policy, today) =>
          latest(today, addDays(lastTerm(policy).payableUntil, after)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -2, max: 90 }).map(
      (days): Wait =>
        (_policy, today) =>
          addDays(today, days),
    ),
  },
);
const latest = (a: CalendarDay, b: CalendarDay) => (a > b ? a : b);

/** A policy bought up to 60 days before its start, and what was accepted of the steps after it. */
export const policyLives: fc.Arbitrary<PolicyLife> = fc
  .record({
    start: fc.integer({ min: 0, max: 20 }),
    ahead: fc.integer({ min: 0, max: 60 }),
    taken: fc.array(fc.tuple(waits, steps), { minLength: 1, maxLength: 60, size: 'max' }),
  })
  .map(({ start, ahead, taken }) => {
    const startsOn = addDays(FIRST_START, start);
    let today = addDays(startsOn, -ahead);
    const request = { species: 'dog', birth: LIVES_BIRTH, tier: 'standard', startsOn, choices: {} } as const;
    const issued = issuePolicy(policyToIssue({ request }), noonOf(today));
    let policy = follow(null, issued);
    const life = { events: [...eventsOf(issued)], policies: [policy] };
    for (const [index, [wait, decide]] of taken.entries()) {
      today = wait(policy, today);
      const decision = decide(policy, today, index);
      if (decision.kind === 'refused') continue;
      policy = follow(policy, decision);
      life.events.push(...decision.events);
      life.policies.push(policy);
    }
    return life;
  });
