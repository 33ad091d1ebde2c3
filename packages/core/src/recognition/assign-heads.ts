import type { GalleryHit, PetId } from './gallery.port.ts';
import { minimalAssignment } from './minimal-assignment.ts';

/** A pet that a head may be, with the evidence for it. */
export interface HeadOption {
  readonly petId: PetId;
  /** Natural log-odds of "same animal"; 0 and below: the head rather belongs to nobody. */
  readonly logOdds: number;
}

/**
 * One animal is in a photo at most once. Gives each head at most one pet and each pet to at most one head so that the summed
 * log-odds are greatest (the likeliest joint explanation, heads taken as independent); null where nobody is the better answer.
 */
export function assignHeads(heads: readonly (readonly HeadOption[])[]): readonly (PetId | null)[] {
  const pets = [...new Set(heads.flatMap((options) => options.map((option) => option.petId)))];
  const column = new Map(pets.map((pet, index) => [pet, index]));
  // One more column per head stands for "nobody" at cost 0; a pet that is no option costs more than nobody.
  const width = pets.length + heads.length;
  const costs = heads.map((options) => {
    const row = Array.from({ length: width }, (_, index): number => (index < pets.length ? 1 : 0));
    for (const option of options) row[column.get(option.petId) ?? 0] = -option.logOdds;
    return row;
  });
  return minimalAssignment(costs).map((chosen, head) => {
    const pet = pets[chosen];
    return pet !== undefined && (costs[head]?.[chosen] ?? 1) < 0 ? pet : null;
  });
}

/** The hits that remain for one head once the other heads of the photo have their pets. */
export function withoutOthers(hits: readonly GalleryHit[], assigned: readonly (PetId | null)[], head: number): readonly GalleryHit[] {
  const taken = new Set(assigned.filter((pet, index) => pet !== null && index !== head));
  return hits.filter((hit) => !taken.has(hit.pet.id));
}
