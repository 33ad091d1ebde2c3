import { archivePetRoute, breedsRoute, editPetRoute, petHistoryRoute, petProfileRoute } from '@snout/contract/routes';
import { editPet, searchBreeds, setArchived, showHistory, showRecord } from '@snout/core/pets';
import type { PetId } from '@snout/core/recognition';
import type { Context } from 'hono';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { petProfileDto } from '../dto/pet-profile-dto.ts';
import { ProblemError } from '../problem-error.ts';
import { petActorOf } from '../signed-in.ts';

export function addPetProfileRoutes(app: ApiApp, deps: AppDeps): void {
  const shown = async (context: Context<AppEnvironment>, petId: PetId, timeZone = 'UTC') =>
    petProfileDto(await showRecord(deps, petActorOf(context), petId), { timeZone, times: await deps.reminders.photoTimes(petId) });

  app.openapi(breedsRoute, (context) => {
    const { species, q, limit } = context.req.valid('query');
    const breeds = searchBreeds({ species, text: q, limit });
    return context.json({ breeds: breeds.map(({ aliases: _aliases, ...breed }) => breed) }, 200);
  });

  app.openapi(petProfileRoute, async (context) => {
    const { timeZone } = context.req.valid('query');
    if (!isTimeZone(timeZone)) throw invalid('timeZone', 'Not a time zone such as Asia/Shanghai.');
    return context.json(await shown(context, context.req.valid('param').petId as PetId, timeZone), 200);
  });

  app.openapi(editPetRoute, async (context) => {
    const petId = context.req.valid('param').petId as PetId;
    const { version, ...patch } = context.req.valid('json');
    await editPet(deps, petActorOf(context), { petId, patch, ...(version === undefined ? {} : { version }) });
    return context.json(await shown(context, petId), 200);
  });

  app.openapi(archivePetRoute, async (context) => {
    const petId = context.req.valid('param').petId as PetId;
    await setArchived(deps, petActorOf(context), { petId, archived: context.req.valid('json').archived });
    return context.json(await shown(context, petId), 200);
  });

  app.openapi(petHistoryRoute, async (context) => {
    const petId = context.req.valid('param').petId as PetId;
    const { limit, after } = context.req.valid('query');
    const { entries, next } = await showHistory(deps, petActorOf(context), {
      petId,
      limit,
      ...(after === undefined ? {} : { before: seqOf(after) }),
    });
    const names = await deps.people.personNames([...new Set(entries.flatMap(({ by }) => by ?? []))]);
    const lines = entries.map(({ at, kind, by, changes }) => ({
      at,
      kind,
      by,
      byName: (by && names.get(by)) ?? null,
      changes: [...changes],
    }));
    return context.json({ entries: lines, next: next === null ? null : String(next) }, 200);
  });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function seqOf(after: string): number {
  if (!/^\d{1,15}$/.test(after)) throw invalid('after', 'Not `next` of a page before.');
  return Number(after);
}

function invalid(field: string, message: string): ProblemError {
  return new ProblemError('invalid-request', undefined, { errors: [{ field, code: 'wrong-format', message }] });
}
