import type { TenantId } from '../../accounts/index.ts';
import { checkMicrochip, type PetRecord } from '../../pets/index.ts';
import {
  COPY_DISTANCE,
  comparablePhotos,
  type EnrolledPhoto,
  type Gallery,
  lookAlikes,
  type NoseCloseUp,
  type PetId,
  type PetPhoto,
  SCREEN_SUSPECTED_FROM,
} from '../../recognition/index.ts';
import type { ReferReason } from './application.ts';
import type { ApplicationDeps } from './application-deps.ts';

/** An animal for which a policy is asked. */
export interface OfferedAnimal {
  readonly record: PetRecord;
  readonly photos: readonly EnrolledPhoto[];
  readonly noses: readonly NoseCloseUp[];
  /** The applicant's own record, and those that the insurer has made of it before. */
  readonly own: ReadonlySet<PetId>;
}

/** Everything that a person should look at before this animal is insured by the insurer: another one it may be, and photos that may not be what they seem. */
export async function lookForKnown(
  { pets }: Pick<ApplicationDeps, 'pets'>,
  offered: OfferedAnimal,
  insurer: TenantId,
): Promise<readonly ReferReason[]> {
  const insured = pets.gallery.visibleTo([insurer]);
  return [
    ...(await alikes(pets, insured, offered)),
    ...(await sameChips(pets, offered, insurer)),
    ...(await copies(pets.gallery, insured, offered)),
    ...screens(offered.photos),
  ];
}

type Pets = ApplicationDeps['pets'];

async function alikes({ recogniser }: Pets, insured: Gallery, { record, photos, own }: OfferedAnimal): Promise<readonly ReferReason[]> {
  const templates = comparablePhotos(photos, recogniser.models).map(({ template, quality }) => ({ template, quality: quality.score }));
  const { species } = record.profile;
  if (templates.length === 0) return [];
  const found = await lookAlikes({ gallery: insured, models: recogniser.models }, { templates, species });
  const others = found.filter(({ pet }) => !own.has(pet.id));
  return others.map(({ pet, falseMatch }) => {
    return { kind: 'looks-like-known', animal: pet.id, falseMatchIn: Number((1 / falseMatch.rate).toPrecision(2)) };
  });
}

/** Old short numbers are no sign, since two animals can carry the same. */
function sameChips(
  { petsUnitOfWork }: Pets,
  { record: { profile }, own }: OfferedAnimal,
  insurer: TenantId,
): Promise<readonly ReferReason[]> {
  const numbers = profile.microchips.filter((text) => {
    const check = checkMicrochip(text);
    return check.kind === 'valid' && check.chip.standard === 'iso';
  });
  if (numbers.length === 0) return Promise.resolve([]);
  return petsUnitOfWork.run(async ({ pets }) => {
    const others = (await pets.findByMicrochips(numbers)).filter((pet) => !own.has(pet.id) && pet.tenant === insurer);
    return others.map((pet) => ({ kind: 'same-microchip', animal: pet.id }));
  });
}

/** Photos that are stored for another animal, of the insurer's or of anybody else's. One reason a photo. */
async function copies(all: Gallery, insured: Gallery, { photos, noses, own }: OfferedAnimal): Promise<readonly ReferReason[]> {
  const reasons: ReferReason[] = [];
  for (const photo of [...photos, ...noses]) {
    const reason = (await copyIn(insured, photo, own)) ?? (await copyIn(all, photo, own));
    if (reason === null) continue;
    const isKnown = (await insured.findPet(reason.animal)) !== null;
    reasons.push(isKnown ? reason : { kind: 'photo-used-elsewhere', photo: photo.id });
  }
  return reasons;
}

type Copied = Extract<ReferReason, { readonly kind: 'same-file' | 'same-photo' }>;

async function copyIn(gallery: Gallery, photo: PetPhoto, own: ReadonlySet<PetId>): Promise<Copied | null> {
  const file = (await gallery.findPhotosBySha256(photo.sha256)).find(({ petId }) => !own.has(petId));
  if (file !== undefined) return { kind: 'same-file', photo: photo.id, animal: file.petId };
  if (photo.trace === null) return null;
  const copy = (await gallery.findPhotoCopies(photo.trace, COPY_DISTANCE)).find((one) => !own.has(one.photo.petId));
  return copy === undefined ? null : { kind: 'same-photo', photo: photo.id, animal: copy.photo.petId };
}

function screens(photos: readonly EnrolledPhoto[]): readonly ReferReason[] {
  const suspected = photos.filter(({ trace }) => trace !== null && trace.screen >= SCREEN_SUSPECTED_FROM).map(({ id }) => id);
  return suspected.length > 0 ? [{ kind: 'photo-of-screen', photos: suspected }] : [];
}
