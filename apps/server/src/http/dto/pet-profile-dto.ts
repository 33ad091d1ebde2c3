import type { PetProfileDto } from '@snout/contract';
import { checkMicrochip, describeMicrochip, photoSchedule, type ShownPet } from '@snout/core/pets';
import { SCREEN_SUSPECTED_FROM } from '@snout/core/recognition';
import { newestPhotos, type PhotoTime } from '@snout/core/reminders';

/** `timeZone`: IANA, of the reader. `times`: of the pet's photos. */
export function petProfileDto(
  { record, role, photos, findable }: ShownPet,
  { timeZone, times }: { readonly timeZone: string; readonly times: readonly PhotoTime[] },
): PetProfileDto {
  const { microchips, birth, colours, ...profile } = record.profile;
  return {
    id: record.id,
    version: record.version,
    role,
    ...profile,
    birth: birth && { ...birth },
    colours: [...colours],
    microchips: microchips.map((number) => ({ number, words: wordsOf(number) })),
    archivedAt: record.archivedAt,
    mergedInto: record.mergedInto,
    nextPhotos: photoSchedule({ birth, ...newestPhotos(times) }, timeZone),
    findable,
    photosOfScreens: photos.filter(({ trace }) => trace !== null && trace.screen >= SCREEN_SUSPECTED_FROM).length,
  };
}

function wordsOf(number: string): string {
  const check = checkMicrochip(number);
  return check.kind === 'valid' ? describeMicrochip(check.chip) : number;
}
