import { CANDIDATES_PER_HEAD, type IdentificationDto } from '@snout/contract';
import { identifyRoute } from '@snout/contract/routes';
import { type IdentifiedPhoto, type IdentifyResult, identify, type OfferedPhoto, type Species } from '@snout/core/recognition';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { headDto } from '../dto/head-dto.ts';
import { photoProblemDto } from '../dto/photo-problem-dto.ts';
import { verdictDto } from '../dto/verdict-dto.ts';
import { isJson, offeredPhotos, type PhotoSource } from '../request-photos.ts';

export function addIdentifyRoute(app: ApiApp, deps: Pick<AppDeps, 'recogniser' | 'markFinder' | 'photos'> & PhotoSource): void {
  app.openapi(identifyRoute, async (context) => {
    const offered = await offeredPhotos(context, deps, isJson(context) ? context.req.valid('json') : context.req.valid('form'));
    const photos = offered.flatMap((one) => (one.kind === 'photo' ? [one.photo] : []));
    const { recogniser, markFinder, photos: stored } = deps;
    const within = { recogniser, gallery: context.get('gallery'), coats: { markFinder, photos: stored } };
    const identified = photos.length > 0 ? await identify(within, { photos, use: 'identify', limit: CANDIDATES_PER_HEAD }) : NOTHING;
    return context.json(identificationDto({ ...identified, photos: inOrder(offered, identified.photos) }), 200);
  });
}

const NOTHING: IdentifyResult = { photos: [], together: null };

/** With those that could not be had, each in its place. */
function inOrder(offered: readonly OfferedPhoto[], identified: readonly IdentifiedPhoto[]): readonly IdentifiedPhoto[] {
  const rest = identified.values();
  return offered.flatMap((one): IdentifiedPhoto[] => {
    if (one.kind === 'problem') return [{ kind: 'problem', photo: one.problem.photo, problem: one.problem }];
    const next = rest.next();
    return next.done ? [] : [next.value];
  });
}

function identificationDto(result: IdentifyResult): IdentificationDto {
  return {
    photos: result.photos.map(identifiedPhotoDto),
    together: result.together ? verdictDto(result.together, speciesTogether(result.photos)) : null,
  };
}

function identifiedPhotoDto(photo: IdentifiedPhoto): IdentificationDto['photos'][number] {
  if (photo.kind === 'problem') return { kind: 'problem', photo: photo.photo, problem: photoProblemDto(photo.problem) };
  const heads = photo.heads.map(({ head, decision }) => ({ ...headDto(head), verdict: verdictDto(decision, head.species) }));
  return { kind: 'identified', photo: photo.photo, width: photo.width, height: photo.height, heads };
}

/** Photos decided on together show one animal each: any of them tells its species. */
function speciesTogether(photos: readonly IdentifiedPhoto[]): Species {
  for (const photo of photos) {
    if (photo.kind === 'identified' && photo.heads.length === 1 && photo.heads[0]) return photo.heads[0].head.species;
  }
  return 'dog';
}
