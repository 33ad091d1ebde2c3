import { forgetPetRoute, listPetsRoute, showPetRoute } from '@snout/contract/routes';
import { erasePet, listRecords } from '@snout/core/pets';
import { type PetId, showPet } from '@snout/core/recognition';
import type { ApiApp } from '../api-app.ts';
import type { RouteDeps } from '../app-environment.ts';
import { cursorText, parseCursor } from '../dto/pet-cursor.ts';
import { petDto, petListItemDto } from '../dto/pet-dto.ts';
import { petActorOf } from '../signed-in.ts';

export function addPetRoutes(app: ApiApp, deps: Pick<RouteDeps, 'petsUnitOfWork' | 'photos' | 'clock'>): void {
  app.openapi(listPetsRoute, async (context) => {
    const { limit, after, archived } = context.req.valid('query');
    const cursor = after === undefined ? undefined : parseCursor(after);
    const page = { limit, archived, ...(cursor ? { after: cursor } : {}) };
    const { pets, next } = await listRecords(deps, petActorOf(context), page);
    return context.json({ pets: pets.map(petListItemDto), next: next ? cursorText(next) : null }, 200);
  });

  app.openapi(showPetRoute, async (context) => {
    return context.json(petDto(await showPet({ gallery: context.get('gallery') }, context.req.valid('param').petId as PetId)), 200);
  });

  app.openapi(forgetPetRoute, async (context) => {
    await erasePet(deps, petActorOf(context), context.req.valid('param').petId as PetId);
    return context.body(null, 204);
  });
}
