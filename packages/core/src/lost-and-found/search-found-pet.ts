import { type PetsDeps, secretSha256 } from '../pets/index.ts';
import {
  type Candidate,
  type Decision,
  type Gallery,
  type IdentifyResult,
  identify,
  type PetId,
  type PhotoFile,
  type PhotoProblem,
} from '../recognition/index.ts';
import type { FoundTicket } from './found-pets-store.port.ts';

type Deps = Pick<PetsDeps, 'petsUnitOfWork' | 'gallery' | 'recogniser' | 'clock' | 'ids'>;

/** How long after the search a message may be left (2 h): the finder stands beside the animal. */
export const FOUND_TICKET_MS = 2 * 60 * 60 * 1000;

/** Owners that one message may reach: more would be letters to strangers. */
export const MOST_OWNERS_TOLD = 3;

/** A pet this near to the most alike one (natural log-odds, 10 : 1, as the look-alike warning) may be the animal as well. */
const NEAR_LOG_ODDS = Math.log(10);

/**
 * All that a finder learns. `likely`: one of the registered pets, as far as Snout can tell; `possible`: one looks alike; `none`: nobody
 * whose owner wants to be found looks alike. Never which pet, whose, or how alike.
 */
export type FoundPetAnswer =
  | { readonly kind: 'likely' | 'possible'; readonly ticket: string; readonly expiresAt: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'rejected'; readonly problems: readonly PhotoProblem[] };

/**
 * Whether a found animal is likely somebody's registered pet, from photos that show it alone. Photos are not kept. Decided as strictly as
 * an owner's own question: nobody looks through a list here, and a wrong answer writes to a stranger.
 * @throws DomainError `no-photos`.
 */
export async function searchFoundPet(deps: Deps, photos: readonly PhotoFile[]): Promise<FoundPetAnswer> {
  const gallery = onlyFindable(deps.gallery);
  const result = await identify({ gallery, recogniser: deps.recogniser }, { photos, use: 'identify', limit: MOST_OWNERS_TOLD });
  const problems = problemsOf(result);
  const decision = bestDecision(result);
  if (decision === null) return { kind: 'rejected', problems };
  const petIds = petsMeant(decision);
  if (petIds.length === 0) return { kind: 'none' };
  const token = deps.ids.next();
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + FOUND_TICKET_MS).toISOString();
  const isSure = decision.kind === 'match';
  const ticket: FoundTicket = { tokenSha256: await secretSha256(token), petIds, isSure, expiresAt };
  await deps.petsUnitOfWork.run(({ found }) => found.addTicket(ticket, now));
  return { kind: isSure ? 'likely' : 'possible', ticket: token, expiresAt };
}

/** The gallery of all owners, as if pets that may not be found were not there, however many of them are more alike. */
function onlyFindable(gallery: Gallery): Gallery {
  return { ...gallery, search: (query) => gallery.search({ ...query, findable: true }) };
}

/** On all photos together, else on the one photo of a single animal that tells most; null: no photo shows one. */
function bestDecision({ photos, together }: IdentifyResult): Decision | null {
  if (together) return together;
  const single = photos.flatMap((photo) => (photo.kind === 'identified' && photo.heads.length === 1 ? photo.heads : []));
  const decisions = single.map(({ decision }) => decision);
  for (const kind of ['match', 'review', 'unknown'] as const) {
    const found = decisions.find((decision) => decision.kind === kind);
    if (found) return found;
  }
  return null;
}

function problemsOf({ photos }: IdentifyResult): readonly PhotoProblem[] {
  return photos.flatMap((photo): PhotoProblem[] => {
    if (photo.kind === 'problem') return [photo.problem];
    if (photo.heads.length === 1) return [];
    const message = 'Several animals are in the photo. Take one that shows the found animal alone.';
    return [{ kind: 'several-heads', photo: photo.photo, boxes: photo.heads.map(({ head }) => head.box), message }];
  });
}

function petsMeant(decision: Decision): readonly PetId[] {
  if (decision.kind === 'unknown') return [];
  if (decision.kind === 'match') return [decision.best, ...(decision.lookAlike ? [decision.lookAlike] : [])].map(({ pet }) => pet.id);
  const [best] = decision.candidates;
  const near = decision.candidates.filter((one) => best && logOdds(best) - logOdds(one) < NEAR_LOG_ODDS);
  return near.slice(0, MOST_OWNERS_TOLD).map(({ pet }) => pet.id);
}

function logOdds({ probability }: Candidate): number {
  return Math.log(probability / (1 - probability));
}
