import { API_PATHS, apiPath } from '@snout/contract';
import { addPhotosRoute, enrolPetRoute, forgetPetRoute, listPetsRoute, showPetRoute } from '@snout/contract/routes';
import { addPhotos, forgetPet, listPets, type PetId, showPet } from '@snout/core/recognition';
import { IdempotentEnrolment } from '../../idempotent-enrolment.ts';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { cursorText, parseCursor } from '../dto/pet-cursor.ts';
import { petDto, petListItemDto } from '../dto/pet-dto.ts';
import { photoProblemDto } from '../dto/photo-problem-dto.ts';
import { duplicateDto } from '../dto/verdict-dto.ts';
import { photoFiles } from '../photo-files.ts';
import { ProblemError } from '../problem-error.ts';

export function addPetRoutes(app: ApiApp, deps: AppDeps): void {
  app.openapi(listPetsRoute, async (context) => {
    const { limit, after } = context.req.valid('query');
    const cursor = after === undefined ? undefined : parseCursor(after);
    const { pets, next } = await listPets(deps, { limit, ...(cursor ? { after: cursor } : {}) });
    return context.json({ pets: pets.map(petListItemDto), next: next ? cursorText(next) : null }, 200);
  });

  app.openapi(showPetRoute, async (context) => {
    const { pet, photos } = await showPet(deps, context.req.valid('param').petId as PetId);
    return context.json(petDto(pet, photos), 200);
  });

  app.openapi(forgetPetRoute, async (context) => {
    await forgetPet(deps, context.req.valid('param').petId as PetId);
    return context.body(null, 204);
  });

  addEnrolRoute(app, deps);

  app.openapi(addPhotosRoute, async (context) => {
    const petId = context.req.valid('param').petId as PetId;
    const form = context.req.valid('form');
    const photos = await photoFiles(form.photos, form.boxes);
    const result = await addPhotos(deps, { petId, photos, sameAnimal: form.sameAnimal });
    if (result.kind === 'rejected') {
      throw new ProblemError('photos-unusable', undefined, { photos: result.problems.map(photoProblemDto) });
    }
    const now = await showPet(deps, petId);
    return context.json({ pet: petDto(now.pet, now.photos), skipped: result.skipped.map(photoProblemDto) }, 200);
  });
}

function addEnrolRoute(app: ApiApp, deps: AppDeps): void {
  const enrolment = new IdempotentEnrolment(deps);

  app.openapi(enrolPetRoute, async (context) => {
    const form = context.req.valid('form');
    const key = context.req.valid('header')['idempotency-key'];
    const photos = await photoFiles(form.photos, form.boxes);
    const { name, species, allowDuplicate, sameAnimal } = form;
    const result = await enrolment.enrol({ name, photos, allowDuplicate, sameAnimal, ...(species ? { species } : {}) }, key);
    switch (result.kind) {
      case 'enrolled': {
        context.header('location', apiPath(API_PATHS.pet, { petId: result.pet.id }));
        return context.json({ pet: petDto(result.pet, result.photos), skipped: result.skipped.map(photoProblemDto) }, 201);
      }
      case 'possible-duplicate':
        throw new ProblemError('possible-duplicate', undefined, { pets: result.pets.map(duplicateDto) });
      case 'rejected':
        throw new ProblemError('photos-unusable', undefined, { photos: result.problems.map(photoProblemDto) });
      case 'key-reused':
        throw new ProblemError('idempotency-key-reused');
    }
  });
}
