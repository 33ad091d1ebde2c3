import { leaveFoundMessageRoute, searchFoundPetRoute } from '@snout/contract/routes';
import { LostAndFoundError, leaveFoundMessage, searchFoundPet } from '@snout/core/lost-and-found';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { limitByAddress } from '../rate-limit.ts';
import { photosUnusable, requestPhotos } from '../request-photos.ts';

const HOUR_MS = 60 * 60_000;
/** Somebody who found an animal tries a few photos. Each costs seconds of the models' time. */
const SEARCHES = { most: 10, windowMs: HOUR_MS };
const MESSAGES = { most: 5, windowMs: HOUR_MS };

/** For whoever found an animal, without an account. These routes get the gallery of all owners; what they tell is left to the use cases. */
export function addFoundPetRoutes(app: ApiApp, deps: AppDeps): void {
  app.openapi(searchFoundPetRoute, async (context) => {
    await limitByAddress(context, deps, 'search for a found pet', SEARCHES);
    context.header('x-robots-tag', 'noindex, nofollow');
    const answer = await searchFoundPet(deps, await requestPhotos(context, deps, context.req.valid('form')));
    switch (answer.kind) {
      case 'rejected':
        throw photosUnusable(answer.problems);
      case 'none':
        return context.json({ kind: answer.kind, ticket: null, expiresAt: null }, 200);
      case 'likely':
      case 'possible':
        return context.json({ ...answer }, 200);
    }
  });

  app.openapi(leaveFoundMessageRoute, async (context) => {
    await limitByAddress(context, deps, 'message about a found pet', MESSAGES);
    const { website, ...message } = context.req.valid('json');
    // Filled in by a program: it is told nothing that would help it.
    if (website === '') await leaveFoundMessage(deps, message).catch(unlessDoneBefore(context.get('creation')?.again ?? false));
    return context.body(null, 204);
  });
}

/** `again`: an attempt before, which died before it could answer, may have used the ticket, and nobody else has it. */
function unlessDoneBefore(again: boolean): (error: unknown) => void {
  return (error) => {
    if (!again || !(error instanceof LostAndFoundError) || error.code !== 'found-ticket-over') throw error;
  };
}
