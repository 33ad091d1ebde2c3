import type { Species } from '../../recognition/index.ts';
import type { MinorUnits } from '../money.ts';
import type { PremiumRow } from '../product-terms.ts';

/** Ages at which bands begin, and the age at which the last one ends. */
interface Ages {
  readonly from: readonly number[];
  readonly before: number | null;
}

/** Rows of premiums from amounts in the order of the ages. @throws RangeError when there are more or fewer amounts than ages. */
export function premiumTable(
  { from, before }: Ages,
  amounts: Readonly<Record<string, Readonly<Record<Species, readonly MinorUnits[]>>>>,
): readonly PremiumRow[] {
  return Object.entries(amounts).flatMap(([tier, bySpecies]) =>
    (Object.keys(bySpecies) as Species[]).map((species) => ({ tier, species, bands: bandsOf({ from, before }, bySpecies[species]) })),
  );
}

function bandsOf({ from, before }: Ages, amounts: readonly MinorUnits[]): PremiumRow['bands'] {
  if (amounts.length !== from.length) throw new RangeError(`${from.length} ages, but ${amounts.length} amounts.`);
  return from.map((fromMonths, index) => ({ fromMonths, beforeMonths: from[index + 1] ?? before, annual: amounts[index] ?? 0 }));
}
