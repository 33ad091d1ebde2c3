import { type CalendarDay, daysBetween } from '../../pets/index.ts';
import type { MinorUnits } from '../money.ts';
import type { Premium, PremiumLine } from '../rate-premium.ts';

/**
 * `free-look`, `not-begun`: everything. `pro-rata`: by the days that are not used. `claim-paid`: nothing, since the cover was used; products
 * have no rule of their own for it yet, and this is the usual one. What is due beyond it is for a person to say.
 */
export type RefundRule = 'free-look' | 'not-begun' | 'pro-rata' | 'claim-paid';

/** What is paid back of one term. */
export interface Refund {
  readonly rule: RefundRule;
  /** Days of the term after the last one with cover; all of them where everything is paid back. */
  readonly unusedDays: number;
  /** 365, or 366 with a 29 February in it. */
  readonly termDays: number;
  /** As those of the premium, one for one; negative for what a factor had taken off. */
  readonly lines: readonly Pick<PremiumLine, 'kind' | 'id' | 'amount'>[];
  readonly net: MinorUnits;
  readonly tax: MinorUnits;
  /** The sum of the lines. */
  readonly total: MinorUnits;
}

/** What was bought and paid. */
export interface PaidTerm {
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly premium: Premium;
}

export function daysOfTerm({ startsOn, endsOn }: Omit<PaidTerm, 'premium'>): number {
  return daysBetween(startsOn, endsOn) + 1;
}

/**
 * What is paid back of a paid term. `lastDay`: with cover; of no meaning where everything is paid back. Each line gets the rounded share of all lines up to
 * it, less the rounded share of those before: so the sum is the rounded share of the whole premium, and no line gives back more than it took.
 */
export function refundOf(term: PaidTerm, rule: RefundRule, lastDay: CalendarDay): Refund {
  const termDays = daysOfTerm(term);
  const isWhole = rule === 'free-look' || rule === 'not-begun';
  const unusedDays = isWhole ? termDays : Math.min(Math.max(daysBetween(lastDay, term.endsOn), 0), termDays);
  const days = rule === 'claim-paid' ? 0 : unusedDays;
  let [paid, back] = [0, 0];
  const lines = term.premium.lines.map(({ kind, id, amount }) => {
    const before = back;
    paid += amount;
    back = timesDays(paid, { days, of: termDays });
    return { kind, id, amount: back - before };
  });
  const tax = lines.filter(({ kind }) => kind === 'tax').reduce((sum, { amount }) => sum + amount, 0);
  return { rule, unusedDays, termDays, lines, net: back - tax, tax, total: back };
}

/**
 * `amount` times days of days, to the nearest minor unit, half a unit up; exact, as `timesShare` is.
 * @throws RangeError on what is negative or not whole, and on more days than there are.
 */
export function timesDays(amount: MinorUnits, { days, of }: { readonly days: number; readonly of: number }): MinorUnits {
  const isWhole = [amount, days, of].every((one) => Number.isSafeInteger(one) && one >= 0);
  if (!isWhole || days > of || of === 0) throw new RangeError(`${amount} times ${days} of ${of} days cannot be.`);
  return Number((BigInt(amount) * BigInt(days) * 2n + BigInt(of)) / (BigInt(of) * 2n));
}
