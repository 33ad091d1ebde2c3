import { type AnalysedPhoto, speciesMismatch } from './analyse-photos.ts';
import { logOddsSame } from './calibration.ts';
import type { AnalysedHead, Species } from './photo-analysis.ts';
import type { PhotoProblem } from './photo-file.ts';
import type { Calibration, SpeciesCalibration } from './recogniser.port.ts';
import { otherAnimals } from './same-animal.ts';
import { poolTemplates, templateSimilarity, type WeighedTemplate } from './templates.ts';

/** A photo with the head that shows the pet. */
export interface ChosenHead {
  readonly photo: AnalysedPhoto;
  readonly head: AnalysedHead;
}

export interface ChooseHeads {
  readonly photos: readonly AnalysedPhoto[];
  /** Absent: the species that most photos show. */
  readonly species?: Species;
  readonly calibration: Calibration;
  /** What is known of the pet already; empty at enrolment. */
  readonly known: readonly WeighedTemplate[];
  /** A person has said that all photos show one animal. */
  readonly sameAnimal: boolean;
}

/** `problems` are questions only a person can answer; `chosen` is what would be left without those photos. */
export interface HeadChoice {
  readonly species: Species;
  readonly chosen: readonly ChosenHead[];
  readonly problems: readonly PhotoProblem[];
}

/** A head in a crowd is chosen when it may well be the pet (even odds) ... */
const LEAST_LOG_ODDS = 0;
/** ... and no other head in the photo is nearly as likely (10 : 1, natural log-odds). */
const LEAST_LEAD = Math.log(10);

/** Decides which head of each photo shows the pet: photos with one head speak for themselves, and tell it for the others. */
export function chooseHeads(input: ChooseHeads): HeadChoice {
  const species = input.species ?? commonestSpecies(input.photos);
  const calibration = input.calibration.species[species];
  const problems: PhotoProblem[] = [];
  const ofSpecies = input.photos.flatMap((photo) => {
    const heads = photo.analysis.heads.filter((head) => head.species === species);
    if (heads.length === 0) problems.push(speciesMismatch(photo.file.name, photo.analysis.heads[0]?.species ?? species, species));
    return heads.length > 0 ? [{ photo, heads }] : [];
  });
  const alone = ofSpecies.flatMap(({ photo, heads }) => (heads.length === 1 ? heads.map((head) => ({ photo, head })) : []));
  const anchors = [...input.known, ...alone.map(({ head }) => weighed(head))];
  const chosen = ofSpecies.flatMap(({ photo, heads }) => {
    const head = heads.length === 1 ? heads[0] : likeliest(heads, anchors, calibration);
    if (head === undefined) problems.push(severalHeads(photo, heads));
    return head ? [{ photo, head }] : [];
  });
  if (!input.sameAnimal) problems.push(...strangers(chosen, input.known, calibration));
  return { species, chosen, problems };
}

export function weighed(head: AnalysedHead): WeighedTemplate {
  return { template: head.template, quality: head.quality.score };
}

function likeliest(
  heads: readonly AnalysedHead[],
  anchors: readonly WeighedTemplate[],
  calibration: SpeciesCalibration,
): AnalysedHead | undefined {
  if (anchors.length === 0) return undefined;
  const anchor = poolTemplates(anchors);
  const [best, second] = heads
    .map((head) => ({ head, logOdds: logOddsSame(calibration, templateSimilarity(anchor, head.template)) }))
    .sort((a, b) => b.logOdds - a.logOdds);
  if (best === undefined || best.logOdds < LEAST_LOG_ODDS) return undefined;
  return second && best.logOdds - second.logOdds < LEAST_LEAD ? undefined : best.head;
}

function strangers(
  chosen: readonly ChosenHead[],
  known: readonly WeighedTemplate[],
  calibration: SpeciesCalibration,
): readonly PhotoProblem[] {
  const others = new Set(otherAnimals([...chosen.map(({ head }) => weighed(head)), ...known], calibration));
  return chosen
    .filter((_, index) => others.has(index))
    .map(({ photo }) => ({
      kind: 'other-animal' as const,
      photo: photo.file.name,
      message: 'This photo seems to show another animal than the rest. Leave it out, or say that all photos show the same animal.',
    }));
}

function severalHeads(photo: AnalysedPhoto, heads: readonly AnalysedHead[]): PhotoProblem {
  return {
    kind: 'several-heads',
    photo: photo.file.name,
    boxes: heads.map((head) => head.box),
    message: `There are ${heads.length} heads in this photo and nothing tells which one is meant. Draw a box around the right one, or add a photo of this animal alone.`,
  };
}

/** By photos; as many of both: the species of the surest head. */
function commonestSpecies(photos: readonly AnalysedPhoto[]): Species {
  const best = photos.flatMap(({ analysis }) => analysis.heads.slice(0, 1));
  const cats = best.filter((head) => head.species === 'cat').length;
  if (cats * 2 !== best.length) return cats * 2 > best.length ? 'cat' : 'dog';
  return best.toSorted((a, b) => b.score - a.score)[0]?.species ?? 'dog';
}
