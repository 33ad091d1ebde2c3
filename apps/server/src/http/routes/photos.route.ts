import { petPhotoCropRoute, petPhotoRoute, petPortraitRoute } from '@snout/contract/routes';
import { type Box, DomainError, type PetId, type PhotoId, readOriginalPhoto, showPet } from '@snout/core/recognition';
import type { Context } from 'hono';
import { RenditionCache } from '../../rendition-cache.ts';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { bestFirst } from '../dto/pet-dto.ts';

type PhotoDeps = Pick<AppDeps, 'gallery' | 'photos' | 'renderer'>;
type RouteDeps = Omit<PhotoDeps, 'gallery'>;
type Size = 'photo' | 'crop';

/** Stored photos as JPEG without metadata. The gallery is asked each time, so a forgotten pet is gone at once, cache or not. */
export function addPhotoRoutes(app: ApiApp, routeDeps: RouteDeps): void {
  const cache = new RenditionCache();
  const within = (context: Context<AppEnvironment>): PhotoDeps => ({ ...routeDeps, gallery: context.get('gallery') });

  app.openapi(petPhotoRoute, async (context) => {
    const deps = within(context);
    const { petId, photoId } = context.req.valid('param');
    return answer(context, deps, cache, { photo: await findPhoto(deps, petId, photoId), size: 'photo' });
  });

  app.openapi(petPhotoCropRoute, async (context) => {
    const deps = within(context);
    const { petId, photoId } = context.req.valid('param');
    return answer(context, deps, cache, { photo: await findPhoto(deps, petId, photoId), size: 'crop' });
  });

  app.openapi(petPortraitRoute, async (context) => {
    const deps = within(context);
    const { photos } = await showPet(deps, context.req.valid('param').petId as PetId);
    const best = bestFirst(photos)[0];
    if (!best) throw new DomainError('photo-not-found', 'This pet has no photo.');
    return answer(context, deps, cache, { photo: best, size: 'crop' });
  });
}

/** What of a stored photo is shown. */
interface ShownPhoto {
  readonly id: PhotoId;
  readonly blobKey: string;
  /** Of the head, or of the nose. */
  readonly box: Box;
}

async function findPhoto({ gallery }: PhotoDeps, petId: string, photoId: string): Promise<ShownPhoto> {
  const photo = await gallery.findPhoto(photoId as PhotoId);
  if (photo?.petId === petId) return photo;
  const closeUp = (await gallery.noseCloseUps(petId as PetId)).find(({ id }) => id === photoId);
  if (closeUp === undefined) throw new DomainError('photo-not-found', 'This pet has no such photo.');
  return { ...closeUp, box: closeUp.nose.leather };
}

/** `no-cache`: a browser may keep the picture but must ask whether it is still there. */
async function answer(
  context: Context<AppEnvironment>,
  deps: PhotoDeps,
  cache: RenditionCache,
  wanted: { readonly photo: ShownPhoto; readonly size: Size },
): Promise<Response> {
  const { photo, size } = wanted;
  const key = size === 'photo' ? `${photo.id}-photo` : `${photo.id}-crop-${photo.box.map(Math.round).join('-')}`;
  const etag = `"${key}"`;
  context.header('cache-control', 'private, no-cache');
  context.header('etag', etag);
  if (context.req.header('if-none-match') === etag) return context.body(null, 304);
  const picture = await cache.get(key, async () => {
    const bytes = await readOriginalPhoto(deps, photo);
    return size === 'photo' ? deps.renderer.renderPhoto(bytes) : deps.renderer.renderHead(bytes, photo.box);
  });
  return context.body(new Uint8Array(picture), 200, { 'content-type': 'image/jpeg' });
}
