import { verifyRoute } from '@snout/contract/routes';
import { type PetId, verify } from '@snout/core/recognition';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { headDto } from '../dto/head-dto.ts';
import { coatDto, noseMatchDto } from '../dto/marks-dto.ts';
import { petSummaryDto } from '../dto/pet-dto.ts';
import { photoProblemDto } from '../dto/photo-problem-dto.ts';
import { verdictDto } from '../dto/verdict-dto.ts';
import { type PhotoSource, photosUnusable, requestPhotos } from '../request-photos.ts';

export function addVerifyRoute(app: ApiApp, deps: Pick<AppDeps, 'recogniser' | 'markFinder' | 'photos'> & PhotoSource): void {
  app.openapi(verifyRoute, async (context) => {
    const petId = context.req.valid('param').petId as PetId;
    const photos = await requestPhotos(context, deps, context.req.valid('form'));
    const { recogniser, markFinder, photos: stored } = deps;
    const within = { recogniser, markFinder, photos: stored, gallery: context.get('gallery') };
    const result = await verify(within, { petId, photos, use: 'identify' });
    if (result.kind === 'rejected') throw photosUnusable(result.problems);
    return context.json(
      {
        pet: petSummaryDto(result.pet),
        verdict: verdictDto(result.decision, result.pet.species),
        coat: result.coat && coatDto(result.coat, result.pet.id),
        nose: result.nose && noseMatchDto(result.nose, result.pet.id),
        heads: result.heads.map(({ photo, head }) => ({ photo, head: headDto(head) })),
        skipped: result.skipped.map(photoProblemDto),
      },
      200,
    );
  });
}
