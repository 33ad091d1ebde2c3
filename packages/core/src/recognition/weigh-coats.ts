import { type CoatDeps, type CoatFinding, compareCoats } from '../matching/compare-coats.ts';
import type { Candidate, Decision, Use } from './decision.ts';
import type { Gallery } from './gallery.port.ts';
import type { AnalysedHead } from './photo-analysis.ts';
import type { PhotoFile } from './photo-file.ts';

export type WeighCoatsDeps = CoatDeps & { readonly gallery: Pick<Gallery, 'findPhoto'> };

export interface ProbedHead {
  readonly file: PhotoFile;
  readonly head: AnalysedHead;
  readonly use: Use;
}

/** Pets whose coats are looked at, at most: each costs some milliseconds. */
export const SHORTLIST = 20;
/** Of these, stored photos whose marks were not found before: each costs as much as a photo's analysis. The next search finds the others'. */
const MOST_NEW = 6;
/** Faces as likely as the likeliest within this (natural log-odds, 10 : 1) are near enough for the coats to tell them apart; see decide.ts. */
const NEAR_LOG_ODDS = Math.log(10);

/**
 * Second stage of a search: where several pets look nearly as much like the head, the one whose coat supports it comes first, and a person
 * looks, since face and coat name different ones. A match whose coat raises doubt is for a person, too. Nobody unknown becomes known, and where
 * the face leaves no question coats are not looked at. `decision`: by the faces, with a shortlist of candidates.
 */
export async function weighCoats(deps: WeighCoatsDeps, probe: ProbedHead, decision: Decision): Promise<Decision> {
  const near = nearest(decision);
  if (decision.kind === 'unknown' || near.length < 2) return decision;
  const photos = await Promise.all(near.map(({ photoId }) => deps.gallery.findPhoto(photoId)));
  const findings = await compareCoats(deps, { ...probe, stored: photos.filter((photo) => photo !== null), mostNew: MOST_NEW });
  const says = new Map(findings.map((finding): [string, CoatFinding['says']] => [finding.photoId, finding.says]));
  const [first] = near;
  if (first === undefined) return decision;
  const supported = near.find(({ photoId }) => findings.find((one) => one.says === 'supports')?.photoId === photoId);
  if (supported !== undefined && says.get(first.photoId) !== 'supports') return withFirst(supported, decision);
  return says.get(first.photoId) === 'doubts' ? doubted(decision) : decision;
}

function nearest({ candidates }: Decision): readonly Candidate[] {
  const [first] = candidates;
  if (first === undefined) return [];
  return candidates.filter(({ probability }) => logOdds(first.probability) - logOdds(probability) < NEAR_LOG_ODDS).slice(0, SHORTLIST);
}

function logOdds(probability: number): number {
  // A probability that has been rounded to 1 has no odds.
  const certain = Math.min(probability, 1 - Number.EPSILON);
  return Math.log(certain / (1 - certain));
}

function withFirst(best: Candidate, { candidates, basis, ...rest }: Exclude<Decision, { kind: 'unknown' }>): Decision {
  const before = rest.kind === 'review' ? rest.why : [];
  const why = before.includes('look-alike') ? before : [...before, 'look-alike' as const];
  return { kind: 'review', candidates: [best, ...candidates.filter((one) => one !== best)], basis, why };
}

function doubted(decision: Exclude<Decision, { kind: 'unknown' }>): Decision {
  if (decision.kind !== 'match') return decision;
  const { candidates, basis } = decision;
  return { kind: 'review', candidates, basis, why: ['marks-doubt'] };
}
