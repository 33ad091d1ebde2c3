import type { Species } from '../recognition/index.ts';
import { type MinorUnits, timesShare } from './money.ts';
import type { LocalText, ProductTerms } from './product-terms.ts';

/** One line of a premium; the total is the sum of the lines. */
export interface PremiumLine {
  /** `base`: of the table; `factor`: what one adds, or takes off; `tax`: of what stands above. */
  readonly kind: 'base' | 'factor' | 'tax';
  /** Of the tier, the factor or the tax. */
  readonly id: string;
  readonly name: LocalText;
  /** Of a factor: the choice that holds. */
  readonly choice: { readonly id: string; readonly name: LocalText } | null;
  /** In ten-thousandths: the factor, or the tax rate; null for the base. */
  readonly share: number | null;
  /** Negative for what is taken off. */
  readonly amount: MinorUnits;
}

export interface Premium {
  readonly lines: readonly PremiumLine[];
  /** Before taxes. */
  readonly net: MinorUnits;
  readonly tax: MinorUnits;
  readonly total: MinorUnits;
}

export interface RatedAnimal {
  readonly tier: string;
  readonly species: Species;
  readonly ageMonths: number;
  /** By factor: the choice; the first one where nothing is said. */
  readonly choices: Readonly<Record<string, string>>;
}

/**
 * A year's premium. Factors work one after the other on what stands above them, taxes each on the premium after all factors; each line is
 * rounded for itself (timesShare). @throws RangeError when the terms have no premium for the animal, or no such choice.
 */
export function ratePremium(terms: ProductTerms, { tier, species, ageMonths, choices }: RatedAnimal): Premium {
  const lines: PremiumLine[] = [baseLine(terms, { tier, species, ageMonths })];
  let net = lines[0]?.amount ?? 0;
  for (const { id, name, choices: offered } of terms.factors) {
    const choice = Object.hasOwn(choices, id) ? offered.find((one) => one.id === choices[id]) : offered[0];
    if (choice === undefined) throw new RangeError(`The factor ${id} has no such choice.`);
    const after = timesShare(net, choice.share);
    lines.push({ kind: 'factor', id, name, choice: { id: choice.id, name: choice.name }, share: choice.share, amount: after - net });
    net = after;
  }
  for (const { id, name, share } of terms.taxes) {
    lines.push({ kind: 'tax', id, name, choice: null, share, amount: timesShare(net, share) });
  }
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return { lines, net, tax: total - net, total };
}

function baseLine(terms: ProductTerms, { tier: id, species, ageMonths }: Omit<RatedAnimal, 'choices'>): PremiumLine {
  const tier = terms.tiers.find((one) => one.id === id);
  const row = terms.premiums.find((one) => one.tier === id && one.species === species);
  const band = row?.bands.find((one) => one.fromMonths <= ageMonths && (one.beforeMonths === null || ageMonths < one.beforeMonths));
  if (tier === undefined || band === undefined) throw new RangeError(`There is no premium for ${id}, ${species}, ${ageMonths} months.`);
  return { kind: 'base', id, name: tier.name, choice: null, share: null, amount: band.annual };
}
