import {
  addDays,
  addMonths,
  type BirthDate,
  type BirthDateFault,
  birthDateFault,
  type CalendarDay,
  latestBirthDay,
} from '../pets/index.ts';
import type { Species } from '../recognition/index.ts';
import { type AgeRange, ageRange } from './age.ts';
import { lastDayOfCover } from './last-day-of-cover.ts';
import type { AgeSpan, Cause, ProductTerms, Tier } from './product-terms.ts';
import { type Premium, ratePremium } from './rate-premium.ts';

/** Cover is sold this long ahead: ages and premiums change. */
export const LATEST_START_DAYS = 60;

export interface QuoteRequest {
  readonly species: Species;
  readonly birth: BirthDate;
  readonly tier: string;
  readonly startsOn: CalendarDay;
  /** Of factors; what is not said is as the product takes it. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Why there is no quote. `canStartOn`: the first day on which the animal will be old enough. */
export type NoQuoteReason =
  | { readonly kind: 'species-not-covered' | 'tier-unknown' | 'start-in-past' | 'too-old' }
  | { readonly kind: 'too-young'; readonly canStartOn: CalendarDay }
  | { readonly kind: 'start-too-late'; readonly latest: CalendarDay }
  | { readonly kind: 'choice-unknown'; readonly factor: string }
  | { readonly kind: 'birth-date'; readonly fault: BirthDateFault };

export interface WaitingUntil {
  readonly cause: Cause;
  readonly days: number;
  readonly waivableByExam: boolean;
  /** From this day on what comes of the cause is covered. */
  readonly coveredFrom: CalendarDay;
}

export interface Quoted {
  readonly kind: 'quoted';
  readonly tier: Tier;
  readonly premium: Premium;
  readonly age: AgeRange;
  /** With another birth date of those that may be true, the animal would pay another premium or could not be insured. */
  readonly birthDateMatters: boolean;
  readonly startsOn: CalendarDay;
  /** The last day of cover. */
  readonly endsOn: CalendarDay;
  readonly waiting: readonly WaitingUntil[];
  /** The last day on which everything is paid back. */
  readonly freeLookUntil: CalendarDay;
}

export type Quote = Quoted | { readonly kind: 'none'; readonly reasons: readonly NoQuoteReason[] };

/** What cover costs, line by line, or every reason why there is none. `today`: in the time zone of the terms. */
export function quoteTerms(terms: ProductTerms, request: QuoteRequest, today: CalendarDay): Quote {
  const { species, birth, startsOn, choices } = request;
  const tier = terms.tiers.find(({ id }) => id === request.tier);
  const reasons = [...choiceReasons(terms, request), ...startReasons(request, today), ...ageReasons(terms, request, today)];
  if (tier === undefined || reasons.length > 0) return { kind: 'none', reasons };
  const age = ageRange(birth, { day: startsOn, today });
  // As with photographs, a pet is taken to be as young as its date allows; what it is asked to show in return is birthDateMatters.
  const ageMonths = Math.max(age.youngest, terms.entryAge.fromMonths);
  return {
    kind: 'quoted',
    tier,
    premium: ratePremium(terms, { tier: tier.id, species, ageMonths, choices }),
    age,
    birthDateMatters: !holdsFor(terms, request, { ...age, rated: ageMonths }),
    startsOn,
    endsOn: lastDayOfCover(startsOn),
    waiting: terms.waitingPeriods.map((period) => ({ ...period, coveredFrom: addDays(startsOn, period.days) })),
    freeLookUntil: addDays(startsOn, terms.freeLookDays),
  };
}

/** What is asked for and not in the terms. */
export function choiceReasons(
  terms: ProductTerms,
  { species, tier, choices }: Pick<QuoteRequest, 'species' | 'tier' | 'choices'>,
): NoQuoteReason[] {
  const reasons: NoQuoteReason[] = [];
  if (!terms.species.includes(species)) reasons.push({ kind: 'species-not-covered' });
  if (!terms.tiers.some(({ id }) => id === tier)) reasons.push({ kind: 'tier-unknown' });
  for (const [id, chosen] of Object.entries(choices)) {
    const factor = terms.factors.find((one) => one.id === id);
    if (!factor?.choices.some((one) => one.id === chosen)) reasons.push({ kind: 'choice-unknown', factor: id });
  }
  return reasons;
}

function startReasons({ startsOn }: QuoteRequest, today: CalendarDay): NoQuoteReason[] {
  const latest = addDays(today, LATEST_START_DAYS);
  if (startsOn < today) return [{ kind: 'start-in-past' }];
  return startsOn > latest ? [{ kind: 'start-too-late', latest }] : [];
}

/** An animal is refused for its age only if no day on which it may have been born would do. */
function ageReasons({ entryAge }: ProductTerms, { birth, startsOn }: QuoteRequest, today: CalendarDay): NoQuoteReason[] {
  const fault = birthDateFault(birth, today);
  if (fault !== null) return [{ kind: 'birth-date', fault }];
  const { youngest, oldest } = ageRange(birth, { day: startsOn, today });
  const { fromMonths, beforeMonths } = entryAge;
  if (oldest < fromMonths) return [{ kind: 'too-young', canStartOn: addMonths(latestBirthDay(birth, today), fromMonths) }];
  return beforeMonths !== null && youngest >= beforeMonths ? [{ kind: 'too-old' }] : [];
}

function holdsFor(
  { entryAge, premiums }: ProductTerms,
  { species, tier, birth }: QuoteRequest,
  { youngest, oldest, rated }: AgeRange & { readonly rated: number },
): boolean {
  const bands = premiums.find((row) => row.tier === tier && row.species === species)?.bands ?? [];
  const band = bands.find((one) => isWithin(one, rated));
  const isOneAge = [youngest, oldest].every((months) => isWithin(entryAge, months) && band !== undefined && isWithin(band, months));
  return isOneAge && !birth.estimated;
}

function isWithin({ fromMonths, beforeMonths }: AgeSpan, months: number): boolean {
  return fromMonths <= months && (beforeMonths === null || months < beforeMonths);
}
