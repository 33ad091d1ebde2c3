import { isAmount } from './money.ts';
import { type ProductFault, repeated } from './product-fault.ts';
import type { PremiumRow, ProductTerms } from './product-terms.ts';

/** Ten-thousandths: a tenth and five times. Together with the most factors and taxes, premiums stay safe integers. */
const LEAST_FACTOR = 1000;
const MOST_FACTOR = 50_000;
const MOST_FACTORS = 5;
const MOST_TAX = 5000;
const MOST_TAXES = 5;

/** What is wrong with premiums, factors and taxes. */
export function premiumFaults(terms: ProductTerms): readonly ProductFault[] {
  const rows = terms.premiums.map(nameOf);
  const sold = terms.tiers.flatMap(({ id: tier }) => terms.species.map((species) => nameOf({ tier, species })));
  const missing = sold.filter((name) => !rows.includes(name));
  const unknown = rows.filter((name) => !sold.includes(name));
  return [
    ...repeated('premiums', rows),
    ...missing.map((name): ProductFault => ({ field: 'premiums', code: 'missing', message: `There is no premium for ${name}.` })),
    ...unknown.map((name): ProductFault => ({ field: 'premiums', code: 'unknown', message: `Nobody can buy ${name}.` })),
    ...terms.premiums.flatMap((row, index) => bandFaults(terms, row, `premiums.${index}.bands`)),
    ...factorFaults(terms),
  ];
}

function nameOf({ tier, species }: Pick<PremiumRow, 'tier' | 'species'>): string {
  return `${tier}, ${species}`;
}

/** Bands begin at the first age of entry, follow one another, and reach to the last age that is insured. */
function bandFaults({ entryAge, renewalBeforeMonths }: ProductTerms, { bands }: PremiumRow, field: string): readonly ProductFault[] {
  const faults: ProductFault[] = [];
  let next: number | null = entryAge.fromMonths;
  for (const [index, { fromMonths, beforeMonths, annual }] of bands.entries()) {
    const at = `${field}.${index}`;
    if (next === null || fromMonths < next) {
      faults.push({
        field: at,
        code: 'overlap',
        message: 'It begins before the one before it has ended, or before the first age of entry.',
      });
    } else if (fromMonths > next) {
      faults.push({ field: at, code: 'gap', message: `Nothing is said of the ages from ${next} to ${fromMonths} months.` });
    }
    if (beforeMonths !== null && beforeMonths <= fromMonths)
      faults.push({ field: at, code: 'order', message: 'It ends before it begins.' });
    if (!isAmount(annual) || annual === 0) {
      faults.push({ field: `${at}.annual`, code: 'amount', message: 'A premium is a whole number of minor units above 0.' });
    }
    next = beforeMonths;
  }
  // A renewal age without end means that bands must not end either.
  if (next !== null && (renewalBeforeMonths === null || next < renewalBeforeMonths)) {
    faults.push({ field, code: 'gap', message: `Nothing is said of the ages from ${next} months on, in which animals are still renewed.` });
  }
  return faults;
}

function factorFaults({ factors, taxes }: ProductTerms): readonly ProductFault[] {
  const faults: ProductFault[] = [];
  if (factors.length > MOST_FACTORS) faults.push({ field: 'factors', code: 'share', message: `At most ${MOST_FACTORS} factors.` });
  if (taxes.length > MOST_TAXES) faults.push({ field: 'taxes', code: 'share', message: `At most ${MOST_TAXES} taxes.` });
  for (const [index, { choices }] of factors.entries()) {
    const field = `factors.${index}.choices`;
    if (choices.length === 0) faults.push({ field, code: 'missing', message: 'A factor needs a choice.' });
    faults.push(
      ...repeated(
        field,
        choices.map(({ id }) => id),
      ),
    );
    for (const [at, { share }] of choices.entries()) {
      if (isShare(share, LEAST_FACTOR, MOST_FACTOR)) continue;
      faults.push({ field: `${field}.${at}`, code: 'share', message: `Between ${LEAST_FACTOR} and ${MOST_FACTOR} ten-thousandths.` });
    }
  }
  for (const [index, { share }] of taxes.entries()) {
    if (!isShare(share, 0, MOST_TAX))
      faults.push({ field: `taxes.${index}`, code: 'share', message: `At most ${MOST_TAX} ten-thousandths.` });
  }
  return faults;
}

function isShare(share: number, least: number, most: number): boolean {
  return Number.isSafeInteger(share) && share >= least && share <= most;
}
