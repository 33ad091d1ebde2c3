import type { Marks } from '../matching/marks.ts';
import { noseOfCloseUp } from '../matching/nose-in.ts';
import type { FoundNose } from '../matching/nose-region.ts';
import type { PhotoAnalysis, Species } from './photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from './photo-file.ts';
import type { Recogniser } from './recogniser.port.ts';
import type { RecognitionDeps } from './recognition-deps.ts';

/** A readable photo with at least one head. */
export interface AnalysedPhoto {
  readonly file: PhotoFile;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly analysis: PhotoAnalysis;
}

/** A close-up of a nose, which says nothing of the face. */
export interface AnalysedNose extends AnalysedPhoto {
  readonly nose: FoundNose;
  /** Id of the model that found it. */
  readonly foundBy: string;
  readonly marks: Marks;
}

export type PhotoOutcome =
  | { readonly kind: 'usable'; readonly photo: AnalysedPhoto }
  | { readonly kind: 'nose'; readonly photo: AnalysedNose }
  | { readonly kind: 'problem'; readonly problem: PhotoProblem };

/** Photos in work at once: enough to keep a small worker pool busy, few enough to bound the memory of decoded photos. */
const AT_ONCE = 4;

/** Without `markFinder`, photos of noses are taken for photos of faces. */
interface Lookers {
  readonly recogniser: Pick<Recogniser, 'analyse'>;
  readonly markFinder: RecognitionDeps['markFinder'];
}

/** One outcome per photo, in order. A file offered twice is analysed once. `species`: only heads of this species count. */
export async function analysePhotos(lookers: Lookers, files: readonly PhotoFile[], species?: Species): Promise<readonly PhotoOutcome[]> {
  const hashes = await Promise.all(files.map((file) => sha256Hex(file.bytes)));
  const outcomes = new Map<number, PhotoOutcome>();
  const waiting = files.keys();
  const work = async () => {
    for (const index of waiting) {
      const file = files[index];
      const sha256 = hashes[index];
      if (file === undefined || sha256 === undefined) continue;
      const first = hashes.indexOf(sha256);
      const twin = files[first];
      outcomes.set(index, first < index && twin ? sameFile(file, twin.name) : await analyseOne(lookers, { file, sha256, species }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return [...outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
}

async function analyseOne(
  { recogniser, markFinder }: Lookers,
  input: { readonly file: PhotoFile; readonly sha256: string; readonly species: Species | undefined },
): Promise<PhotoOutcome> {
  const { file, sha256, species } = input;
  const byHand = file.box ? { box: file.box, ...(species ? { species } : {}) } : {};
  const result = await recogniser.analyse(file.bytes, byHand);
  if (result.kind === 'rejected') {
    return { kind: 'problem', problem: { kind: 'unreadable', photo: file.name, reason: result.reason, message: result.message } };
  }
  const [first] = result.photo.heads;
  if (file.view === 'nose' && !file.box && markFinder !== null) {
    const found = await noseOfCloseUp({ bytes: file.bytes, head: first }, markFinder);
    if (found.kind === 'found' && found.nose !== null) {
      const { nose, marks } = found;
      return { kind: 'nose', photo: { file, sha256, analysis: result.photo, nose, marks, foundBy: markFinder.model.noses } };
    }
    if (first === undefined) return { kind: 'problem', problem: noNose(file.name) };
  }
  if (first === undefined) {
    const message = "No dog's or cat's head was found. Use a photo that shows the face, or draw a box around the head.";
    return { kind: 'problem', problem: { kind: 'no-head', photo: file.name, message } };
  }
  if (species === undefined) return { kind: 'usable', photo: { file, sha256, analysis: result.photo } };
  const heads = result.photo.heads.filter((head) => head.species === species);
  if (heads.length === 0) return { kind: 'problem', problem: speciesMismatch(file.name, first.species, species) };
  return { kind: 'usable', photo: { file, sha256, analysis: { ...result.photo, heads } } };
}

function noNose(photo: string): PhotoProblem {
  const message = 'No nose was found. Take a sharp close-up of the nose, square on, with both nostrils in the picture.';
  return { kind: 'no-nose', photo, message };
}

/** Of close-ups without any photo of the face: whose nose it is, only a face can tell. */
export function faceMissing({ file }: AnalysedNose): PhotoProblem {
  const message = 'A close-up of the nose is not enough by itself. Add a photo that shows the face.';
  return { kind: 'no-head', photo: file.name, message };
}

export function speciesMismatch(photo: string, found: Species, expected: Species): PhotoProblem {
  return {
    kind: 'species-mismatch',
    photo,
    found,
    expected,
    message: `This photo shows a ${found}, not a ${expected}. Leave it out or choose the other species.`,
  };
}

function sameFile(file: PhotoFile, of: string): PhotoOutcome {
  return {
    kind: 'problem',
    problem: { kind: 'same-file', photo: file.name, of, message: `This is the same file as ${of}. It is used once.` },
  };
}

async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
