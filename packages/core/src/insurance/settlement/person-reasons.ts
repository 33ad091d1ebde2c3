import { type ClaimToSettle, isRenewal, type PolicyTerm } from './claim-to-settle.ts';
import { COVER_KINDS, type CoverRule, type PersonReason, type SettledLine, type SettledVisit } from './settlement.ts';

/** Why a person must decide what the rules propose: all that is more than arithmetic of the terms. */
export function personReasons(
  term: PolicyTerm,
  { eventDay, claimedOn }: Pick<ClaimToSettle, 'eventDay' | 'claimedOn'>,
  visits: readonly SettledVisit[],
): readonly PersonReason[] {
  const reasons: PersonReason[] = [];
  const lines = visits.flatMap((visit) => visit.lines).filter(({ line }) => line.amount > 0);
  for (const kind of COVER_KINDS) {
    const held = idsOf(lines.filter((line) => holds(line, kind)));
    if (held.length > 0) reasons.push({ kind, lines: held });
  }
  const vain = idsOf(lines.filter((line) => line.line.excludedAs !== null && !holds(line, 'exclusion')));
  if (vain.length > 0) reasons.push({ kind: 'mark-without-exclusion', lines: vain });
  if (isRenewal(term) && term.coverSince <= eventDay && eventDay < term.startsOn) reasons.push({ kind: 'event-in-earlier-term' });
  const early = visits.filter(({ day }) => day < eventDay).map(({ id }) => id);
  if (early.length > 0) reasons.push({ kind: 'visit-before-event', visits: early });
  const ahead = visits.filter(({ day }) => day > claimedOn).map(({ id }) => id);
  if (ahead.length > 0 || eventDay > claimedOn) reasons.push({ kind: 'after-claim', visits: ahead });
  return reasons;
}

function holds({ steps }: SettledLine, kind: CoverRule['kind']): boolean {
  return steps.some((step) => step.kind === kind);
}

function idsOf(lines: readonly SettledLine[]): readonly string[] {
  return lines.map(({ line }) => line.id);
}
