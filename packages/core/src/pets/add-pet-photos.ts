import { type AddPhotos, type AddPhotosResult, addPhotos, type PetId, type PetPhoto, type PhotoProblem } from '../recognition/index.ts';
import { record } from './history.ts';
import { accessOf, findPetAs, lockPetAs, petNotFound } from './pet-access.ts';
import type { PetActor } from './pet-record.ts';
import type { PetsDeps } from './pets-deps.ts';

/** As `addPhotos`, for those who care for the pet; a photo used before for somebody else's pet is reported without saying whose. */
export async function addPetPhotos(deps: PetsDeps, actor: PetActor, request: AddPhotos): Promise<AddPhotosResult> {
  await deps.petsUnitOfWork.run(async ({ pets }) => {
    const { pet } = await findPetAs(pets, 'carer', request.petId, actor);
    if (pet.mergedInto !== null) throw petNotFound(request.petId);
  });
  const gallery = {
    ...deps.gallery,
    addPhotos: (petId: PetId, photos: readonly PetPhoto[]) =>
      deps.petsUnitOfWork.run(async (stores) => {
        // Asked again: photos are looked at for seconds, and meanwhile the pet may have got another owner.
        const { pet, by } = await lockPetAs(stores.pets, 'carer', petId, actor);
        if (!(await stores.gallery.addPhotos(petId, photos))) return false;
        await record({ stores, at: deps.clock.now(), by }, pet, { kind: 'photos-added' });
        return true;
      }),
  };
  const result = await addPhotos({ ...deps, gallery }, request);
  if (result.kind === 'added') return result;
  return { kind: 'rejected', problems: await withoutOthersPets(deps, actor, result.problems) };
}

function withoutOthersPets(deps: PetsDeps, actor: PetActor, problems: readonly PhotoProblem[]): Promise<readonly PhotoProblem[]> {
  return deps.petsUnitOfWork.run(async ({ pets }) => {
    const shown: PhotoProblem[] = [];
    for (const problem of problems) {
      const foreign = problem.kind === 'file-of-another-pet' && problem.pet && (await accessOf(pets, problem.pet.id, actor)) === null;
      const message = 'This photo was used before for another pet. Leave it out, or say that it shows this one.';
      shown.push(foreign ? { kind: 'file-of-another-pet', photo: problem.photo, pet: null, message } : problem);
    }
    return shown;
  });
}
