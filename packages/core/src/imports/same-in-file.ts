import { checkMicrochip } from '../pets/index.ts';
import type { ImportRow, OpenedImport } from './import-source.port.ts';

type PetRow = Extract<ImportRow, { kind: 'pet' }>;

/** An earlier row of the file that has the same photo or the same microchip as this one; null: none. */
export type SameInFile = (row: PetRow) => { readonly why: 'same-file' | 'same-microchip'; readonly row: number } | null;

/**
 * Looks for rows about the same animal, which a dry run cannot find otherwise: it keeps nothing that a later row could be compared with.
 * Animals that merely look alike are not found.
 */
export function sameInFile({ rows, photoMark }: Pick<OpenedImport, 'rows' | 'photoMark'>): SameInFile {
  const firstRows = new Map<string, number>();
  const signs = ({ photoFiles, photoUrls, pet }: PetRow) => [
    ...[...photoFiles.flatMap((name) => photoMark(name) ?? []), ...photoUrls].map((sign) => ({ why: 'same-file' as const, sign })),
    ...isoChips(pet.profile?.microchips ?? []).map((sign) => ({ why: 'same-microchip' as const, sign: `chip ${sign}` })),
  ];
  for (const row of rows) {
    if (row.kind !== 'pet') continue;
    for (const { sign } of signs(row)) if (!firstRows.has(sign)) firstRows.set(sign, row.number);
  }
  return (row) => {
    for (const { why, sign } of signs(row)) {
      const first = firstRows.get(sign);
      if (first !== undefined && first < row.number) return { why, row: first };
    }
    return null;
  };
}

/** Old short numbers are no sign, since two animals can carry the same. */
function isoChips(typed: readonly string[]): readonly string[] {
  return typed.flatMap((text) => {
    const check = checkMicrochip(text);
    return check.kind === 'valid' && check.chip.standard === 'iso' ? [check.chip.number] : [];
  });
}
