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

type Deps = Pick<RecognitionDeps, 'gallery' | 'recogniser'>;

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
  const outcomes = await analysePhotos(deps.recogniser, request.photos, request.species);
  const photos: IdentifiedPhoto[] = [];
  for (const outcome of outcomes) photos.push(await identifyPhoto(deps, request, outcome));
  return { photos, together: await decideTogether(deps, request, outcomes) };
}

async function identifyPhoto(deps: Deps, request: Identify, outcome: PhotoOutcome): Promise<IdentifiedPhoto> {
  if (outcome.kind === 'problem') return { kind: 'problem', photo: outcome.problem.photo, problem: outcome.problem };
  const { file, analysis } = outcome.photo;
  const { calibration } = deps.recogniser.models;
  // Pets given to other heads drop out of a head's list: ask for as many more.
  const limit = Math.max(request.limit, 2) + analysis.heads.length - 1;
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
  const heads = analysis.heads.map((head, index) => {
    const { hits, searched } = found[index] ?? { hits: [], searched: 0 };
    return { head, decision: decideOn(deps, request, { heads: [head], found: { hits: withoutOthers(hits, assigned, index), searched } }) };
  });
  return { kind: 'identified', photo: file.name, width: analysis.width, height: analysis.height, heads };
}

async function decideTogether(deps: Deps, request: Identify, outcomes: readonly PhotoOutcome[]): Promise<Decision | null> {
  const photos: readonly AnalysedPhoto[] = outcomes.flatMap((outcome) => (outcome.kind === 'usable' ? [outcome.photo] : []));
  const heads = photos.flatMap(({ analysis }) => analysis.heads);
  const [first] = heads;
  if (first === undefined || photos.length < 2 || heads.length !== photos.length) return null;
  if (heads.some((head) => head.species !== first.species)) return null;
  if (otherAnimals(heads.map(weighed), deps.recogniser.models.calibration.species[first.species]).length > 0) return null;
  return decideOn(deps, request, { heads, found: await searchFor(deps, heads, Math.max(request.limit, 2)) });
}

function searchFor(deps: Deps, heads: readonly AnalysedHead[], limit: number): Promise<SearchResult> {
  const { vector, model, pipeline } = poolTemplates(heads.map(weighed));
  return deps.gallery.search({ vector, model, pipeline, species: heads[0]?.species ?? 'dog', limit });
}

function decideOn(
  deps: Deps,
  request: Identify,
  input: { readonly heads: readonly AnalysedHead[]; readonly found: SearchResult },
): Decision {
  const { calibration, embedder } = deps.recogniser.models;
  return decide({
    found: input.found,
    use: request.use,
    calibration: calibration.species[input.heads[0]?.species ?? 'dog'],
    model: embedder,
    quality: Math.max(...input.heads.map((head) => head.quality.score)),
    limit: request.limit,
  });
}
