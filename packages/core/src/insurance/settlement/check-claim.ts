import { isAmount } from '../money.ts';
import type { ClaimToSettle, PolicyTerm } from './claim-to-settle.ts';
import type { TermUsage, Used } from './term-usage.ts';

/** @throws RangeError on what no claim, term and usage can be; people's input is refused before, field by field. */
export function checkClaim(
  { term, usage }: { readonly term: PolicyTerm; readonly usage: TermUsage },
  { visits }: Pick<ClaimToSettle, 'visits'>,
): void {
  const { coverSince, startsOn, endsOn } = term;
  if (coverSince > startsOn || startsOn > endsOn) throw new RangeError(`Cover since ${coverSince}, a term from ${startsOn} to ${endsOn}.`);
  const lines = visits.flatMap((visit) => visit.lines);
  checkOnce(visits);
  checkOnce(lines);
  const wrong = lines.find(({ amount }) => !isAmount(amount));
  if (wrong !== undefined) throw new RangeError(`Line ${wrong.id}: ${wrong.amount} is no amount.`);
  if (![usage.year, ...usage.conditions.values(), ...usage.visits.values()].every(isUsed)) {
    throw new RangeError('What was used is whole and not negative.');
  }
}

function checkOnce(things: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of things) {
    if (seen.has(id)) throw new RangeError(`${id} stands there twice.`);
    seen.add(id);
  }
}

/** Sums may lie above the largest single amount. */
function isUsed({ paid, deductible }: Used): boolean {
  return [paid, deductible].every((amount) => Number.isSafeInteger(amount) && amount >= 0);
}
