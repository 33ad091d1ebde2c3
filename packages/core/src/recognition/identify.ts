import { type AnalysedPhoto, analysePhotos, type PhotoOutcome } from './analyse-photos.ts';
import { assignHeads, withoutOthers } from './assign-heads.ts';
import { logOddsSame } from './calibration.ts';
import { weighed } from './choose-heads.ts';
import { decide } from './decide.ts';
import type { Decision, Use } from './decision.ts';
import { DomainError } from './domain-error.ts';
import type { SearchResult } from './gallery.port.ts';
import type { AnalysedHead, Species } from './photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { RecognitionDeps } from './recognition-deps.ts';
import { otherAnimals } from './same-animal.ts';
import { poolTemplates } from './templates.ts';
import { type ProbedHead, SHORTLIST, type WeighCoatsDeps, weighCoats } from './weigh-coats.ts';

/** `coats`: absent where faces alone decide; of photos with several heads the faces decide alone, so that no two of them are given one pet. */
type Deps = Pick<RecognitionDeps, 'gallery' | 'recogniser'> & { readonly coats?: Pick<WeighCoatsDeps, 'markFinder' | 'photos'> };

export interface Identify {
  readonly photos: readonly PhotoFile[];
  readonly use: Use;
  /** Candidates per head. */
  readonly limit: number;
  /** Only heads of this species. */
  readonly species?: Species;
}

export interface IdentifiedHead {
  readonly head: AnalysedHead;
  readonly decision: Decision;
}

/** One entry per photo offered, in order. `heads` is never empty; no two heads of a photo are given the same pet. */
export type IdentifiedPhoto =
  | {
      readonly kind: 'identified';
      readonly photo: string;
      readonly width: number;
      readonly height: number;
      readonly heads: readonly IdentifiedHead[];
    }
  | { readonly kind: 'problem'; readonly photo: string; readonly problem: PhotoProblem };

export interface IdentifyResult {
  readonly photos: readonly IdentifiedPhoto[];
  /** The one decision on all photos taken together: when two or more have exactly one head each, and these look like one animal. */
  readonly together: Decision | null;
}

/** @throws DomainError `no-photos`. */
export async function identify(deps: Deps, request: Identify): Promise<IdentifyResult> {
  if (request.photos.length === 0) throw new DomainError('no-photos', 'Identifying an animal takes at least one photo.');
  const outcomes = await analysePhotos({ recogniser: deps.recogniser, markFinder: null }, request.photos, request.species);
  const photos: IdentifiedPhoto[] = [];
  for (const outcome of outcomes) photos.push(await identifyPhoto(deps, request, outcome));
  return { photos, together: await decideTogether(deps, request, outcomes) };
}

async function identifyPhoto(deps: Deps, request: Identify, outcome: PhotoOutcome): Promise<IdentifiedPhoto> {
  if (outcome.kind === 'problem') return { kind: 'problem', photo: outcome.problem.photo, problem: outcome.problem };
  const { file, analysis } = outcome.photo;
  const { gallery, recogniser } = deps;
  const within = analysis.heads.length === 1 ? deps : { gallery, recogniser };
  const { calibration } = deps.recogniser.models;
  // Pets given to other heads drop out of a head's list: ask for as many more.
  const limit = candidatesFor(within, request) + analysis.heads.length - 1;
  const found: SearchResult[] = [];
  for (const head of analysis.heads) found.push(await searchFor(deps, [head], limit));
  const assigned = assignHeads(
    analysis.heads.map((head, index) =>
      (found[index]?.hits ?? []).map((hit) => ({
        petId: hit.pet.id,
        logOdds: logOddsSame(calibration.species[head.species], hit.similarity),
      })),
    ),
  );
  const heads: IdentifiedHead[] = [];
  for (const [index, head] of analysis.heads.entries()) {
    const { hits, searched } = found[index] ?? { hits: [], searched: 0 };
    const ofHead = { hits: withoutOthers(hits, assigned, index), searched };
    heads.push({ head, decision: await decideOn(within, request, { probes: [{ file, head }], found: ofHead }) });
  }
  return { kind: 'identified', photo: file.name, width: analysis.width, height: analysis.height, heads };
}

async function decideTogether(deps: Deps, request: Identify, outcomes: readonly PhotoOutcome[]): Promise<Decision | null> {
  const photos: readonly AnalysedPhoto[] = outcomes.flatMap((outcome) => (outcome.kind === 'usable' ? [outcome.photo] : []));
  const heads = photos.flatMap(({ analysis }) => analysis.heads);
  const [first] = heads;
  if (first === undefined || photos.length < 2 || heads.length !== photos.length) return null;
  if (heads.some((head) => head.species !== first.species)) return null;
  if (otherAnimals(heads.map(weighed), deps.recogniser.models.calibration.species[first.species]).length > 0) return null;
  const probes = photos.flatMap(({ file, analysis }) => analysis.heads.map((head) => ({ file, head })));
  return decideOn(deps, request, { probes, found: await searchFor(deps, heads, candidatesFor(deps, request)) });
}

/** Two at least, to see a look-alike. */
function candidatesFor({ coats }: Deps, { limit }: Identify): number {
  return Math.max(limit, coats === undefined ? 2 : SHORTLIST);
}

function searchFor(deps: Deps, heads: readonly AnalysedHead[], limit: number): Promise<SearchResult> {
  const { vector, model, pipeline } = poolTemplates(heads.map(weighed));
  return deps.gallery.search({ vector, model, pipeline, species: heads[0]?.species ?? 'dog', limit });
}

interface Decided {
  readonly probes: readonly Pick<ProbedHead, 'file' | 'head'>[];
  readonly found: SearchResult;
}

async function decideOn(deps: Deps, request: Identify, { probes, found }: Decided): Promise<Decision> {
  const { calibration, embedder } = deps.recogniser.models;
  const [best] = probes.toSorted((a, b) => b.head.quality.score - a.head.quality.score);
  const byFace = decide({
    found,
    use: request.use,
    calibration: calibration.species[best?.head.species ?? 'dog'],
    model: embedder,
    quality: Math.max(...probes.map(({ head }) => head.quality.score)),
    limit: candidatesFor(deps, request),
  });
  const decision =
    deps.coats && best ? await weighCoats({ ...deps.coats, gallery: deps.gallery }, { ...best, use: request.use }, byFace) : byFace;
  return { ...decision, candidates: decision.candidates.slice(0, request.limit) };
}
