import { evidencePictureRoute, evidenceRoute } from '@snout/contract/routes';
import { describeCoat, evidenceSvg } from '@snout/core/matching';
import { type EvidenceSide, type PetId, showEvidence } from '@snout/core/recognition';
import type { Context } from 'hono';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { evidenceDto } from '../dto/evidence-dto.ts';
import { ProblemError } from '../problem-error.ts';
import { type PhotoSource, photosUnusable, requestPhotos, type SentPhotos } from '../request-photos.ts';

type Deps = Pick<AppDeps, 'recogniser' | 'markFinder' | 'photos' | 'renderer'> & PhotoSource;

/** Evidence is made anew from the photo that is sent again, and kept nowhere. */
export function addEvidenceRoutes(app: ApiApp, deps: Deps): void {
  app.openapi(evidenceRoute, async (context) => {
    const { pet, finding, sides } = await look(context, deps, { petId: context.req.valid('param').petId, sent: context.req.valid('form') });
    context.header('cache-control', 'no-store');
    return context.json(evidenceDto({ pet, finding, sides: await pictured(deps, sides) }), 200);
  });

  app.openapi(evidencePictureRoute, async (context) => {
    const { finding, sides } = await look(context, deps, { petId: context.req.valid('param').petId, sent: context.req.valid('form') });
    const { agreement } = finding.judgement;
    const svg = evidenceSvg({ sides: await pictured(deps, sides), agreement, words: describeCoat(finding) });
    context.header('cache-control', 'no-store');
    return context.body(new Uint8Array(await deps.renderer.rasterise(svg)), 200, { 'content-type': 'image/png' });
  });
}

async function look(context: Context<AppEnvironment>, deps: Deps, asked: { readonly petId: string; readonly sent: SentPhotos }) {
  const actor = context.get('actor');
  if (actor.kind === 'api-key' && !actor.scopes.includes('pets:read')) throw new ProblemError('scope-lacking');
  const photos = await requestPhotos(context, deps, asked.sent);
  const { recogniser, markFinder, photos: stored } = deps;
  const within = { recogniser, markFinder, photos: stored, gallery: context.get('gallery') };
  const result = await showEvidence(within, { petId: asked.petId as PetId, photos, use: 'identify' });
  if (result.kind === 'rejected') throw photosUnusable(result.problems);
  if (result.kind === 'no-marks') throw new ProblemError('no-marks');
  return result;
}

async function pictured({ renderer }: Deps, [a, b]: readonly [EvidenceSide, EvidenceSide]) {
  const withAddress = async ({ marks, picture }: EvidenceSide) => ({ marks, picture: await renderer.renderCrop(picture, marks.side) });
  return [await withAddress(a), await withAddress(b)] as const;
}
