import { API_PATHS, apiPath } from '@snout/contract';
import { addPhotosRoute, enrolPetRoute } from '@snout/contract/routes';
import { addPetPhotos, type DuplicateElsewhere, type PetRecord, type RegisterResult, registerPet } from '@snout/core/pets';
import { type PetId, type PhotoProblem, showPet, startingWith } from '@snout/core/recognition';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { petDto } from '../dto/pet-dto.ts';
import { photoProblemDto } from '../dto/photo-problem-dto.ts';
import { duplicateDto } from '../dto/verdict-dto.ts';
import { ProblemError } from '../problem-error.ts';
import { isJson, photosUnusable, requestPhotos } from '../request-photos.ts';
import { petActorOf } from '../signed-in.ts';

/**
 * Pets and photos in. Whether an animal is registered already is asked of all tenants' pets, so these routes get the whole gallery; what
 * they tell of others' pets is left to the use cases.
 */
export function addEnrolmentRoutes(app: ApiApp, deps: AppDeps): void {
  app.openapi(enrolPetRoute, async (context) => {
    const sent = isJson(context) ? context.req.valid('json') : context.req.valid('form');
    const creation = context.get('creation');
    const made = creation?.again ? await context.get('gallery').findPet(creation.id as PetId) : null;
    if (made) {
      const noses = await context.get('gallery').noseCloseUps(made.pet.id);
      return context.json({ pet: petDto({ ...made, noses }), skipped: [] }, 201, locationOf(made.pet.id));
    }
    const photos = await requestPhotos(context, deps, sent);
    const { name, species, profile, allowDuplicate, sameAnimal } = sent;
    const ids = creation ? startingWith(creation.id, deps.ids) : deps.ids;
    const request = { name, photos, allowDuplicate, sameAnimal, ...(species ? { species } : {}), ...(profile ? { profile } : {}) };
    const { record, ...registered } = registeredOrThrow(await registerPet({ ...deps, ids }, petActorOf(context), request));
    const enrolment = { pet: recordDto(record, registered), skipped: registered.skipped.map(photoProblemDto) };
    return context.json(enrolment, 201, locationOf(record.id));
  });

  app.openapi(addPhotosRoute, async (context) => {
    const petId = context.req.valid('param').petId as PetId;
    const sent = isJson(context) ? context.req.valid('json') : context.req.valid('form');
    const photos = await requestPhotos(context, deps, sent);
    const result = await addPetPhotos(deps, petActorOf(context), { petId, photos, sameAnimal: sent.sameAnimal });
    const skipped = result.kind === 'added' ? result.skipped : skippedBefore(result.problems, context.get('creation')?.again ?? false);
    const now = await showPet({ gallery: context.get('gallery') }, petId);
    return context.json({ pet: petDto(now), skipped: skipped.map(photoProblemDto) }, 200);
  });
}

/** Photos that an attempt before this one left out, when it is that attempt which stored the others. @throws ProblemError when it is not. */
function skippedBefore(problems: readonly PhotoProblem[], again: boolean): readonly PhotoProblem[] {
  const others = problems.filter(({ kind }) => kind !== 'same-file');
  const asks = others.some(({ kind }) => kind === 'species-mismatch' || kind === 'other-animal' || kind === 'file-of-another-pet');
  if (!again || asks || others.length === problems.length) throw photosUnusable(problems);
  return others;
}

type Registered = Extract<RegisterResult, { kind: 'registered' }>;

/** @throws ProblemError when nothing was stored. */
function registeredOrThrow(result: RegisterResult): Registered {
  switch (result.kind) {
    case 'registered':
      return result;
    case 'possible-duplicate':
      throw new ProblemError('possible-duplicate', undefined, {
        pets: result.own.map(duplicateDto),
        elsewhere: result.elsewhere.map((duplicate: DuplicateElsewhere) => ({ ...duplicate })),
      });
    case 'rejected':
      throw photosUnusable(result.problems);
  }
}

function recordDto({ id, profile, createdAt }: PetRecord, { photos, noses }: Pick<Registered, 'photos' | 'noses'>) {
  return petDto({ pet: { id, name: profile.name, species: profile.species, enrolledAt: createdAt }, photos, noses });
}

function locationOf(petId: PetId) {
  return { location: apiPath(API_PATHS.pet, { petId }) };
}
