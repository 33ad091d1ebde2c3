import { listMergesRoute, mergePetsRoute, undoMergeRoute } from '@snout/contract/routes';
import { listMerges, mergePets, type PetMerge, showRecord, undoMerge } from '@snout/core/pets';
import type { PetId } from '@snout/core/recognition';
import type { Context } from 'hono';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { petProfileDto } from '../dto/pet-profile-dto.ts';
import { petActorOf } from '../signed-in.ts';

export function addPetMergeRoutes(app: ApiApp, deps: AppDeps): void {
  app.openapi(mergePetsRoute, async (context) => {
    const keep = context.req.valid('param').petId as PetId;
    const id = context.get('creation')?.id;
    const request = { keep, merge: context.req.valid('json').petId as PetId, ...(id === undefined ? {} : { id }) };
    const { merge } = await mergePets(deps, petActorOf(context), request);
    return context.json({ merge: await mergeDto(context, deps, merge) }, 201);
  });

  app.openapi(listMergesRoute, async (context) => {
    const merges = await listMerges(deps, petActorOf(context), context.req.valid('param').petId as PetId);
    return context.json({ merges: await Promise.all(merges.map((merge) => mergeDto(context, deps, merge))) }, 200);
  });

  app.openapi(undoMergeRoute, async (context) => {
    const { restored } = await undoMerge(deps, petActorOf(context), context.req.valid('param').mergeId);
    const times = await deps.reminders.photoTimes(restored.id);
    return context.json(petProfileDto(await showRecord(deps, petActorOf(context), restored.id), { timeZone: 'UTC', times }), 200);
  });
}

async function mergeDto(context: Context<AppEnvironment>, deps: AppDeps, { id, merged, photos, mergedAt }: PetMerge) {
  const { record } = await showRecord(deps, petActorOf(context), merged);
  return { id, merged, mergedName: record.profile.name, photos: photos.length, mergedAt };
}
