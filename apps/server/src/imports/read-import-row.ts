import { faultsOf, importRowSchema } from '@snout/contract';
import type { ImportRow } from '@snout/core/imports';
import type { RawRow } from './read-table.ts';

/** A row of the file as the domain takes it, or what is wrong with it. `number`: from 1. */
export function readImportRow(raw: RawRow, number: number): ImportRow {
  if (raw.kind === 'broken') {
    return { kind: 'invalid', number, reference: '', name: '', faults: [{ field: 'row', code: 'invalid', message: raw.message }] };
  }
  const parsed = importRowSchema.safeParse(raw.fields);
  if (!parsed.success) {
    const faults = faultsOf(parsed.error, 'row');
    return { kind: 'invalid', number, reference: plain(raw.fields['reference'], 200), name: plain(raw.fields['name'], 80), faults };
  }
  const { name, species, photos, reference = '', birthDate, birthEstimated, sameAnimal, allowDuplicate, ...profile } = parsed.data;
  const birth = birthDate === undefined ? {} : { birth: { date: birthDate, estimated: birthEstimated ?? false } };
  return {
    kind: 'pet',
    number,
    reference,
    name,
    photoFiles: photos.filter((photo) => !isAddress(photo)),
    photoUrls: photos.filter(isAddress),
    pet: {
      name,
      profile: { ...profile, ...birth },
      sameAnimal: sameAnimal ?? false,
      allowDuplicate: allowDuplicate ?? false,
      ...(species ? { species } : {}),
    },
  };
}

function isAddress(photo: string): boolean {
  return /^https?:\/\//i.test(photo);
}

/** What a wrong row calls itself, for its result. */
function plain(value: unknown, most: number): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text.replaceAll(/\p{Cc}/gu, ' ').slice(0, most);
}
