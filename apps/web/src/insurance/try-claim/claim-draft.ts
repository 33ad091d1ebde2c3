import type { ProductTermsDto } from '@snout/contract/insurance';
import type { PreviewRequest } from '../../api/settlement-api.ts';
import { parseAmount } from './parse-amount.ts';

export type Cause = ProductTermsDto['waitingPeriods'][number]['cause'];
export type ExclusionKind = ProductTermsDto['exclusions'][number]['kind'];

/** An invoice line as typed. */
export interface LineDraft {
  readonly key: number;
  readonly text: string;
  readonly amount: string;
  readonly excludedAs: ExclusionKind | null;
}

/** A made-up policy and claim, as typed. Days as 2026-03-01. */
export interface ClaimDraft {
  readonly tier: string;
  readonly startsOn: string;
  readonly cause: Cause;
  readonly eventDay: string;
  readonly visitDay: string;
  readonly inNetwork: boolean;
  readonly lines: readonly LineDraft[];
}

/** The service takes no more of a visit. */
export const MOST_LINES = 50;

/** All on one day; one line without an amount. */
export function emptyClaim({ tier, day }: { readonly tier: string; readonly day: string }): ClaimDraft {
  return { tier, startsOn: day, cause: 'accident', eventDay: day, visitDay: day, inNetwork: true, lines: [emptyLine(0)] };
}

export function withAnotherLine(draft: ClaimDraft): ClaimDraft {
  const key = Math.max(-1, ...draft.lines.map((line) => line.key)) + 1;
  return { ...draft, lines: [...draft.lines, emptyLine(key)] };
}

export function hasAmount({ amount }: Pick<LineDraft, 'amount'>): boolean {
  return parseAmount(amount) !== null;
}

/** What the service is asked; null while an amount is none. Lines are called by their numbers from 1. The claim is made when all of it has happened. */
export function requestOf({ tier, startsOn, lines, visitDay, eventDay, ...claim }: ClaimDraft): PreviewRequest | null {
  const asked = lines.flatMap(({ text, amount, excludedAs }, index) => {
    const parsed = parseAmount(amount);
    return parsed === null ? [] : [{ id: String(index + 1), text: text.trim(), amount: parsed, excludedAs }];
  });
  if (asked.length < lines.length) return null;
  const claimedOn = eventDay > visitDay ? eventDay : visitDay;
  const visits = [{ id: 'visit', day: visitDay, lines: asked }];
  return { tier, startsOn, claims: [{ ...claim, conditionId: 'condition', eventDay, claimedOn, visits }] };
}

function emptyLine(key: number): LineDraft {
  return { key, text: '', amount: '', excludedAs: null };
}
