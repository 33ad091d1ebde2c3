import type { evidenceQuerySchema } from '@snout/contract/evidence';
import { evidencePictureRoute, evidenceRoute } from '@snout/contract/routes';
import { describeCoat, describeNose, evidenceSvg, FACE_HEAT_IN_WORDS } from '@snout/core/matching';
import { type EvidenceResult, type EvidenceSide, type PetId, showEvidence } from '@snout/core/recognition';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { evidenceDto } from '../dto/evidence-dto.ts';
import { ProblemError } from '../problem-error.ts';
import { type PhotoSource, photosUnusable, requestPhotos, type SentPhotos } from '../request-photos.ts';

type Deps = Pick<AppDeps, 'recogniser' | 'markFinder' | 'photos' | 'renderer'> & PhotoSource;
type Shown = Extract<EvidenceResult, { kind: 'shown' }>;

/** Evidence is made anew from the photo that is sent again, and kept nowhere. */
export function addEvidenceRoutes(app: ApiApp, deps: Deps): void {
  app.openapi(evidenceRoute, async (context) => {
    const { petId } = context.req.valid('param');
    const shown = await look(context, deps, { petId, sent: context.req.valid('form'), ...context.req.valid('query') });
    context.header('cache-control', 'no-store');
    return context.json(evidenceDto(shown, await pictured(deps, shown.sides)), 200);
  });

  app.openapi(evidencePictureRoute, async (context) => {
    const { petId } = context.req.valid('param');
    const shown = await look(context, deps, { petId, sent: context.req.valid('form'), ...context.req.valid('query') });
    const { agreement } = shown.finding.judgement;
    const svg = evidenceSvg({ sides: await pictured(deps, shown.sides), agreement, words: wordsOf(shown) });
    context.header('cache-control', 'no-store');
    return context.body(new Uint8Array(await deps.renderer.rasterise(svg)), 200, { 'content-type': 'image/png' });
  });
}

interface Asked extends z.output<typeof evidenceQuerySchema> {
  readonly petId: string;
  readonly sent: SentPhotos;
}

async function look(context: Context<AppEnvironment>, deps: Deps, { petId, sent, of, faces }: Asked): Promise<Shown> {
  const actor = context.get('actor');
  if (actor.kind === 'api-key' && !actor.scopes.includes('pets:read')) throw new ProblemError('scope-lacking');
  const photos = await requestPhotos(context, deps, sent);
  const { recogniser, markFinder, photos: stored, renderer } = deps;
  const within = { recogniser, markFinder, photos: stored, gallery: context.get('gallery') };
  const encode = faces ? renderer.encodeLossless : null;
  const result = await showEvidence(within, { petId: petId as PetId, photos, use: 'identify', of, encode });
  if (result.kind === 'rejected') throw photosUnusable(result.problems);
  if (result.kind === 'no-marks') throw new ProblemError('no-marks');
  return result;
}

function wordsOf(shown: Shown): readonly string[] {
  const words = shown.of === 'coat' ? describeCoat(shown.finding) : describeNose(shown.finding);
  return shown.sides.some(({ faceHeat }) => faceHeat !== null) ? [...words, FACE_HEAT_IN_WORDS] : words;
}

async function pictured({ renderer }: Deps, [a, b]: readonly [EvidenceSide, EvidenceSide]) {
  const withAddress = async ({ marks, picture, faceHeat: heat }: EvidenceSide) => {
    return { marks, heat, picture: await renderer.renderCrop(picture, marks.side) };
  };
  return [await withAddress(a), await withAddress(b)] as const;
}
