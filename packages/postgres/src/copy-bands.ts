import { type RawBuilder, sql } from 'kysely';

/** Bits of a hash, the first counted as 1; each band has an index (migration 0067). */
const BANDS = [
  { from: 1, bits: 13 },
  { from: 14, bits: 13 },
  { from: 27, bits: 13 },
  { from: 40, bits: 13 },
  { from: 53, bits: 12 },
] as const;

/** When two hashes differ in no more bits than this, they differ in at most one of some band: with ten, each of the five could have two. */
export const MOST_IN_BANDS = 2 * BANDS.length - 1;

/**
 * The condition, answered from indexes, that holds for every hash within `MOST_IN_BANDS` bits of this one, and for few others (about 1 of 100 made-up
 * ones): whoever asks must count the bits of those. `bits`: 64 characters 0 and 1.
 */
export function sharesABand(bits: string): RawBuilder<boolean> {
  const bands = BANDS.map(({ from, bits: width }) => {
    const column = sql`substring(photos.trace_hash from ${sql.lit(from)} for ${sql.lit(width)})::bit(${sql.lit(width)})::integer`;
    return sql`(${column}) = any (${valuesNear(bits.slice(from - 1, from - 1 + width))}::integer[])`;
  });
  return sql<boolean>`(${sql.join(bands, sql` or `)})`;
}

/** The value of a band, and those with one bit changed. */
function valuesNear(band: string): readonly number[] {
  const value = Number.parseInt(band, 2);
  return [value, ...Array.from({ length: band.length }, (_, bit) => value ^ (1 << bit))];
}
