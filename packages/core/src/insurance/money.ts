/** Money is a whole number of the currency's minor units (cents, pence, fen): sums are exact, and nothing is rounded but by `timesShare`. */
export type MinorUnits = number;

/** ISO 4217; each of these has two decimals. */
export const CURRENCIES = ['CNY', 'USD', 'GBP', 'EUR', 'HKD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Shares, factors and tax rates are whole numbers of ten-thousandths: 10000 is all of it, 1200 are 12 %. */
export const WHOLE = 10_000;
/** A hundred million of the currency's units: with the most factors and taxes there may be, a premium stays a safe integer. */
export const MOST_AMOUNT: MinorUnits = 10_000_000_000;

/** A whole amount that can be kept: not negative, and not above MOST_AMOUNT. */
export function isAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0 && amount <= MOST_AMOUNT;
}

/**
 * `amount` times a share of ten-thousandths, to the nearest minor unit; half a unit is rounded up. In integers of any size, so that no
 * binary fraction comes in. @throws RangeError on amounts and shares that are negative or not whole, and on results that are not safe integers.
 */
export function timesShare(amount: MinorUnits, share: number): MinorUnits {
  if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(share) || amount < 0 || share < 0) {
    throw new RangeError(`${amount} times ${share}/${WHOLE}: both must be whole and not negative.`);
  }
  const whole = BigInt(WHOLE);
  const result = Number((BigInt(amount) * BigInt(share) + whole / 2n) / whole);
  if (!Number.isSafeInteger(result)) throw new RangeError(`${amount} times ${share}/${WHOLE} is too large.`);
  return result;
}
