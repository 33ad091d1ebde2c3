import { JURISDICTION_RULES } from './jurisdiction-rules.ts';
import { isAmount, WHOLE } from './money.ts';
import { premiumFaults } from './premium-faults.ts';
import { type ProductFault, repeated } from './product-fault.ts';
import { CAUSES, type ProductTerms } from './product-terms.ts';

/** A claim is paid by it: one false match in a hundred strangers is the most that helps a reviewer. */
export const MOST_FMR = 0.01;
export const MOST_DAYS = 365;

/** Empty: the terms can be published. Their shape is known to be right. */
export function productFaults(terms: ProductTerms): readonly ProductFault[] {
  return [
    ...basics(terms),
    ...terms.tiers.flatMap((_, index) => tierFaults(terms, index)),
    ...premiumFaults(terms),
    ...waitingFaults(terms),
    ...disclosureFaults(terms),
    ...identityFaults(terms),
  ];
}

function basics({ species, tiers, entryAge, renewalBeforeMonths, timeZone, exclusions, taxes, factors }: ProductTerms): ProductFault[] {
  const faults: ProductFault[] = [
    ...repeated('species', species),
    ...repeated('tiers', ids(tiers)),
    ...repeated('exclusions', ids(exclusions)),
    ...repeated('taxes', ids(taxes)),
    ...repeated('factors', ids(factors)),
  ];
  if (species.length === 0) faults.push({ field: 'species', code: 'missing', message: 'Name a species that can be insured.' });
  if (tiers.length === 0) faults.push({ field: 'tiers', code: 'missing', message: 'There is nothing to buy without a tier.' });
  const { fromMonths, beforeMonths } = entryAge;
  if (beforeMonths !== null && beforeMonths <= fromMonths) {
    faults.push({ field: 'entryAge', code: 'order', message: 'The last age at entry must be above the first.' });
  }
  if (renewalBeforeMonths !== null && (beforeMonths === null || renewalBeforeMonths < beforeMonths)) {
    faults.push({ field: 'renewalBeforeMonths', code: 'order', message: 'An animal that can still be insured anew must be renewed, too.' });
  }
  if (!isTimeZone(timeZone)) faults.push({ field: 'timeZone', code: 'time-zone', message: `There is no time zone ${timeZone}.` });
  return faults;
}

function tierFaults({ tiers }: ProductTerms, index: number): ProductFault[] {
  const tier = tiers[index];
  if (tier === undefined) return [];
  const field = `tiers.${index}`;
  const faults: ProductFault[] = [];
  const { annualLimit, perVisitLimit, perConditionLimit, deductible, reimbursement } = tier;
  if (!isAmount(annualLimit) || annualLimit === 0) {
    faults.push({ field: `${field}.annualLimit`, code: 'amount', message: 'A limit is a whole number of minor units above 0.' });
  }
  for (const [name, limit] of Object.entries({ perVisitLimit, perConditionLimit })) {
    if (limit !== null && (!isAmount(limit) || limit === 0 || limit > annualLimit)) {
      faults.push({ field: `${field}.${name}`, code: 'amount', message: 'A limit is above 0 and at most the annual one.' });
    }
  }
  if (!isAmount(deductible.amount) || deductible.amount >= annualLimit) {
    faults.push({ field: `${field}.deductible`, code: 'amount', message: 'The deductible is a whole amount below the annual limit.' });
  }
  const { inNetwork, outOfNetwork } = reimbursement;
  for (const [name, share] of Object.entries({ inNetwork, outOfNetwork })) {
    if (!Number.isSafeInteger(share) || share <= 0 || share > WHOLE) {
      faults.push({ field: `${field}.reimbursement.${name}`, code: 'share', message: 'Between 1 and 10000 ten-thousandths.' });
    }
  }
  return faults;
}

function waitingFaults({ jurisdiction, waitingPeriods, freeLookDays, claimDocuments }: ProductTerms): ProductFault[] {
  const rules = JURISDICTION_RULES[jurisdiction];
  const faults: ProductFault[] = [
    ...causeFaults(
      'waitingPeriods',
      waitingPeriods.map(({ cause }) => cause),
    ),
    ...causeFaults(
      'claimDocuments',
      claimDocuments.map(({ cause }) => cause),
    ),
  ];
  for (const [index, { cause, days, waivableByExam }] of waitingPeriods.entries()) {
    const field = `waitingPeriods.${index}`;
    const most = rules.mostWaitingDays[cause] ?? MOST_DAYS;
    if (!isDays(days)) faults.push({ field, code: 'days', message: `Whole days, at most ${MOST_DAYS}.` });
    else if (days > most) faults.push({ field, code: 'jurisdiction', message: `At most ${most} days for ${cause}: ${rules.source}.` });
    if (days > 0 && rules.isWaivableByExam && !waivableByExam) {
      faults.push({ field, code: 'jurisdiction', message: `An exam must be able to waive it: ${rules.source}.` });
    }
  }
  if (!isDays(freeLookDays)) faults.push({ field: 'freeLookDays', code: 'days', message: `Whole days, at most ${MOST_DAYS}.` });
  else if (freeLookDays < rules.leastFreeLookDays) {
    faults.push({ field: 'freeLookDays', code: 'jurisdiction', message: `At least ${rules.leastFreeLookDays} days: ${rules.source}.` });
  }
  return faults;
}

/** Each cause once: what is not said would have to be guessed at a claim. */
function causeFaults(field: string, causes: readonly string[]): readonly ProductFault[] {
  const missing = CAUSES.filter((cause) => !causes.includes(cause));
  const faults = missing.map((cause): ProductFault => ({ field, code: 'missing', message: `Say what holds for ${cause}.` }));
  return [...faults, ...repeated(field, causes)];
}

function disclosureFaults({ jurisdiction, disclosures }: ProductTerms): readonly ProductFault[] {
  const { disclosures: asked, source } = JURISDICTION_RULES[jurisdiction];
  const missing = asked.filter((topic) => !disclosures.some((one) => one.topic === topic));
  return [
    ...repeated('disclosures', ids(disclosures)),
    ...missing.map(
      (topic): ProductFault => ({ field: 'disclosures', code: 'jurisdiction', message: `Something on ${topic} must be said: ${source}.` }),
    ),
  ];
}

function identityFaults({ identity }: ProductTerms): ProductFault[] {
  const { modalities, enrolmentFmr, claimFmr } = identity;
  const faults: ProductFault[] = [...repeated('identity.modalities', modalities)];
  if (modalities.length === 0) faults.push({ field: 'identity.modalities', code: 'missing', message: 'Say by what an animal is told.' });
  for (const [name, fmr] of Object.entries({ enrolmentFmr, claimFmr })) {
    if (!(fmr > 0 && fmr <= MOST_FMR)) {
      faults.push({ field: `identity.${name}`, code: 'fmr', message: `A false match rate above 0 and at most ${MOST_FMR}.` });
    }
  }
  return faults;
}

const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);

function isDays(days: number): boolean {
  return Number.isSafeInteger(days) && days >= 0 && days <= MOST_DAYS;
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
