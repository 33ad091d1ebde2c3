import type { AnalysisDto } from '@snout/contract';
import { analyseRoute } from '@snout/contract/routes';
import { type FoundNose, noseOfCloseUp } from '@snout/core/matching';
import type { AnalysisResult, PhotoFile } from '@snout/core/recognition';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { headDto, noseDto } from '../dto/head-dto.ts';
import { unreadablePhotoDto } from '../dto/photo-problem-dto.ts';
import { type PhotoSource, requestPhotos } from '../request-photos.ts';

export function addAnalyseRoute(app: ApiApp, deps: Pick<AppDeps, 'recogniser' | 'markFinder'> & PhotoSource): void {
  app.openapi(analyseRoute, async (context) => {
    const { templates } = context.req.valid('query');
    const files = await requestPhotos(context, deps, context.req.valid('form'));
    const photos = await Promise.all(
      files.map(async (file) => {
        const result = await deps.recogniser.analyse(file.bytes);
        const head = result.kind === 'analysed' ? result.photo.heads[0] : undefined;
        const seen =
          file.view === 'nose' && result.kind === 'analysed' ? await noseOfCloseUp({ bytes: file.bytes, head }, deps.markFinder) : null;
        return analysedPhotoDto(file, result, { templates, nose: seen?.kind === 'found' ? seen.nose : null });
      }),
    );
    return context.json({ photos }, 200);
  });
}

function analysedPhotoDto(
  file: PhotoFile,
  result: AnalysisResult,
  { templates, nose }: { readonly templates: boolean; readonly nose: FoundNose | null },
): AnalysisDto['photos'][number] {
  if (result.kind === 'rejected') return { kind: 'problem', photo: file.name, problem: unreadablePhotoDto(file.name, result) };
  const { width, height, takenAt, heads } = result.photo;
  return {
    kind: 'analysed',
    photo: file.name,
    width,
    height,
    takenAt,
    heads: heads.map((head) => ({
      ...headDto(head),
      ...(templates ? { template: { ...head.template, vector: [...head.template.vector] } } : {}),
    })),
    nose: nose && noseDto(nose),
  };
}
