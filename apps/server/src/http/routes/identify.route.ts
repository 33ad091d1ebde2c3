import { CANDIDATES_PER_HEAD, type IdentificationDto } from '@snout/contract';
import { identifyRoute } from '@snout/contract/routes';
import { type IdentifiedPhoto, type IdentifyResult, identify, type Species } from '@snout/core/recognition';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { headDto } from '../dto/head-dto.ts';
import { photoProblemDto } from '../dto/photo-problem-dto.ts';
import { verdictDto } from '../dto/verdict-dto.ts';
import { photoFiles } from '../photo-files.ts';

export function addIdentifyRoute(app: ApiApp, deps: Pick<AppDeps, 'gallery' | 'recogniser'>): void {
  app.openapi(identifyRoute, async (context) => {
    const photos = await photoFiles(context.req.valid('form').photos);
    const result = await identify(deps, { photos, use: 'identify', limit: CANDIDATES_PER_HEAD });
    return context.json(identificationDto(result), 200);
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
