import type { CalendarDay } from '../../pets/index.ts';
import type { MinorUnits } from '../money.ts';
import { isOpen, lastTerm } from './policy-cover.ts';
import { type DecidedBy, decided, type PolicyDecision, type PolicyRefusal, refused, refusedFor, todayOf } from './policy-decision.ts';
import { CANCEL_REASONS, type Canceller, type CancelReason, type PolicyFact, type TermCover } from './policy-event.ts';
import type { Policy, TermOfPolicy } from './policy-state.ts';
import { type RefundRule, refundOf } from './refunds.ts';

/** Claims of one term, as far as they matter to what is paid back; a term that is not named has none. */
export interface TermClaims {
  readonly term: number;
  /** Those that were made, whatever came of them. */
  readonly made: number;
  readonly paid: MinorUnits;
}

export interface Cancellation {
  readonly by: Canceller;
  readonly reason: CancelReason;
  /** In words; an insurer always gives one. */
  readonly explanation: string | null;
  /** The last day with cover: today or a later one. */
  readonly lastDay: CalendarDay;
  readonly claims: readonly TermClaims[];
}

/**
 * Ends the cover, and says of each paid term what is paid back. An owner who leaves at once within the free look, with no claim made, gets
 * everything, and the term never covered; who stays until a later day pays for the days. An insurer's cancellation is a person's.
 */
export function cancelPolicy(policy: Policy, asked: Cancellation, decidedBy: DecidedBy): PolicyDecision {
  const { by, reason, explanation, lastDay, claims } = asked;
  const today = todayOf(policy, decidedBy);
  const closed = closedReason(policy, today);
  if (closed !== null) return refused(closed);
  const { endsOn } = lastTerm(policy);
  const reasons: PolicyRefusal[] = [];
  if (lastDay < today) reasons.push({ kind: 'day-in-past' });
  if (lastDay > endsOn) reasons.push({ kind: 'day-after-end', endsOn });
  if (!CANCEL_REASONS[by].some((one) => one === reason)) reasons.push({ kind: 'reason-unknown' });
  if (by === 'insurer' && decidedBy.actor.kind !== 'person') reasons.push({ kind: 'needs-person' });
  if (by === 'insurer' && !explanation?.trim()) reasons.push({ kind: 'explanation-missing' });
  const ended = endTerms(policy, { lastDay, claims, returnedOn: by === 'owner' && lastDay === today ? today : null });
  const cancelled = { kind: 'cancelled', by, reason, explanation, covers: ended.covers } as const;
  return refusedFor(reasons) ?? decided(decidedBy, policy, cancelled, ...ended.refunds);
}

/** The animal died, today or before: cover went until that day, and the days after it are paid back. */
export function recordDeath(
  policy: Policy,
  { diedOn, claims }: { readonly diedOn: CalendarDay; readonly claims: readonly TermClaims[] },
  by: DecidedBy,
): PolicyDecision {
  if (!isOpen(policy)) return refused({ kind: 'not-in-force', status: policy.status });
  if (diedOn > todayOf(policy, by)) return refused({ kind: 'day-in-future' });
  const { covers, refunds } = endTerms(policy, { lastDay: diedOn, claims, returnedOn: null });
  return decided(by, policy, { kind: 'died', diedOn, covers }, ...refunds);
}

function closedReason(policy: Policy, today: CalendarDay): PolicyRefusal | null {
  if (!isOpen(policy)) return { kind: 'not-in-force', status: policy.status };
  const last = lastTerm(policy);
  return last.isPaid && last.endsOn < today ? { kind: 'cover-ended' } : null;
}

interface Ending {
  readonly lastDay: CalendarDay;
  readonly claims: readonly TermClaims[];
  /** The day on which the owner gives the policy back as if it had never been; null: it is not given back. */
  readonly returnedOn: CalendarDay | null;
}

function endTerms(policy: Policy, ending: Ending): { readonly covers: readonly TermCover[]; readonly refunds: readonly PolicyFact[] } {
  const covers: TermCover[] = [];
  const refunds: PolicyFact[] = [];
  for (const term of policy.terms) {
    if (term.lastDay === null || (term.isPaid && term.lastDay <= ending.lastDay)) continue;
    const rule = term.isPaid ? ruleFor(term, ending) : null;
    const covered = rule === 'pro-rata' || rule === 'claim-paid';
    covers.push({ term: term.number, lastDay: covered && ending.lastDay >= term.startsOn ? ending.lastDay : null });
    if (rule === null) continue;
    refunds.push({ kind: 'refund-decided', term: term.number, refund: refundOf(term, rule, ending.lastDay) });
  }
  return { covers, refunds };
}

function ruleFor({ number, startsOn, freeLookUntil }: TermOfPolicy, { lastDay, claims, returnedOn }: Ending): RefundRule {
  const { made = 0, paid = 0 } = claims.find(({ term }) => term === number) ?? {};
  if (paid > 0) return 'claim-paid';
  if (lastDay < startsOn) return 'not-begun';
  return returnedOn !== null && returnedOn <= freeLookUntil && made === 0 ? 'free-look' : 'pro-rata';
}
