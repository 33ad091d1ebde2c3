import { API_PATHS, apiPath, type PetShareDto, type SharedPetDto } from '@snout/contract';
import {
  endShareRoute,
  setFindableRoute,
  sharedPetPhotoRoute,
  sharedPetRoute,
  sharePetRoute,
  showShareRoute,
} from '@snout/contract/routes';
import { allowFinding } from '@snout/core/lost-and-found';
import { endShare, findBreed, openShare, type PetShare, type SharedPet, sharePet, showRecord, showShare } from '@snout/core/pets';
import { DomainError, type PetId, readOriginalPhoto } from '@snout/core/recognition';
import type { Context } from 'hono';
import { RenditionCache } from '../../rendition-cache.ts';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { petProfileDto } from '../dto/pet-profile-dto.ts';
import { limitByAddress } from '../rate-limit.ts';
import { petActorOf } from '../signed-in.ts';

/** A page has up to seven requests. Links cannot be guessed at this rate, nor can a page be hammered. */
const VIEWS = { most: 300, windowMs: 10 * 60_000 };

/** What an owner shows to others: the link and its page, and whether finders are led to the owner. */
export function addPetSharingRoutes(app: ApiApp, deps: AppDeps): void {
  app.openapi(showShareRoute, async (context) => {
    const share = await showShare(deps, petActorOf(context), context.req.valid('param').petId as PetId);
    return context.json({ share: share && shareDto(share, deps) }, 200);
  });

  app.openapi(sharePetRoute, async (context) => {
    const petId = context.req.valid('param').petId as PetId;
    const share = await sharePet(deps, petActorOf(context), { petId, fields: context.req.valid('json').fields });
    return context.json({ share: shareDto(share, deps) }, 200);
  });

  app.openapi(endShareRoute, async (context) => {
    await endShare(deps, petActorOf(context), context.req.valid('param').petId as PetId);
    return context.body(null, 204);
  });

  app.openapi(setFindableRoute, async (context) => {
    const petId = context.req.valid('param').petId as PetId;
    await allowFinding(deps, petActorOf(context), { petId, findable: context.req.valid('json').findable });
    const times = await deps.reminders.photoTimes(petId);
    return context.json(petProfileDto(await showRecord(deps, petActorOf(context), petId), { timeZone: 'UTC', times }), 200);
  });

  addSharedPetRoutes(app, deps);
}

/** For whoever has the link. Kept out of search engines; the gallery is asked each time, so that an ended link shows nothing at once. */
function addSharedPetRoutes(app: ApiApp, deps: AppDeps): void {
  const cache = new RenditionCache();
  const view = async (context: Context<AppEnvironment>, token: string) => {
    context.header('x-robots-tag', 'noindex, nofollow, noimageindex');
    await limitByAddress(context, deps, 'view of a shared pet', VIEWS);
    return openShare(deps, token);
  };

  app.openapi(sharedPetRoute, async (context) => {
    const { shareToken } = context.req.valid('param');
    return context.json(sharedPetDto(await view(context, shareToken), shareToken), 200);
  });

  app.openapi(sharedPetPhotoRoute, async (context) => {
    const { shareToken, number } = context.req.valid('param');
    const photo = (await view(context, shareToken)).photos[number - 1];
    if (!photo) throw new DomainError('photo-not-found', 'There is no such photo here.');
    const picture = await cache.get(`${photo.id} ${photo.box.join(' ')}`, async () => {
      const bytes = await readOriginalPhoto(deps, photo);
      return deps.renderer.renderHead(bytes, photo.box);
    });
    return context.body(new Uint8Array(picture), 200, { 'content-type': 'image/jpeg' });
  });
}

function shareDto({ token, fields, createdAt }: PetShare, { publicUrl }: Pick<AppDeps, 'publicUrl'>): NonNullable<PetShareDto> {
  return { url: `${publicUrl}/shared/${encodeURIComponent(token)}`, fields: [...fields], createdAt };
}

function sharedPetDto({ photos, breed, birth, colours, microchips, ...shown }: SharedPet, shareToken: string): SharedPetDto {
  const known = breed === null || breed === 'unknown' ? null : findBreed(shown.species, breed);
  return {
    ...shown,
    breed: known && { en: known.en, zh: known.zh },
    birth: birth && { ...birth },
    colours: [...colours],
    microchips: [...microchips],
    photoUrls: photos.map((_, index) => apiPath(API_PATHS.sharedPetPhoto, { shareToken, number: String(index + 1) })),
  };
}
