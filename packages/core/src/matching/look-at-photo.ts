import { speciesMismatch } from '../recognition/analyse-photos.ts';
import type { AnalysedHead, Species } from '../recognition/photo-analysis.ts';
import type { PhotoFile, PhotoProblem } from '../recognition/photo-file.ts';
import type { Recogniser } from '../recognition/recogniser.port.ts';
import type { MarkFinder, MarkRegion } from './mark-finder.port.ts';
import type { Marks } from './marks.ts';
import type { Modality } from './modality.ts';
import { noseIn } from './nose-in.ts';
import type { FoundNose } from './nose-region.ts';

export interface Look {
  readonly modality: Modality;
  /** Each photo is a crop already: of a head, or of a nose, which is then not looked for. */
  readonly cropped?: boolean;
  readonly species?: Species;
  /** The crop's pixels are wanted, to show them. */
  readonly withPicture?: boolean;
  /** With modality `face`: the marks are wanted beside the template. */
  readonly withMarks?: boolean;
}

/** What was looked for is there, the rest is null. `picture`: RGB bytes of the crop that the marks are in. */
export interface LookedAtPhoto {
  readonly kind: 'looked-at';
  readonly head: AnalysedHead | null;
  readonly marks: Marks | null;
  readonly picture: Uint8Array | null;
  /** Null: no nose was looked for. */
  readonly nose: FoundNose | null;
}

export interface LookDeps {
  readonly recogniser: Pick<Recogniser, 'analyse' | 'models'>;
  readonly markFinder: MarkFinder;
}

type Outcome = LookedAtPhoto | { readonly kind: 'problem'; readonly problem: PhotoProblem };

/** The one animal of a photo: its head with the template, its marks, or both. A photo with none or several is a problem that says what to do. */
export async function lookAtPhoto(deps: LookDeps, file: PhotoFile, look: Look): Promise<Outcome> {
  const { modality, cropped = false, species } = look;
  if (modality === 'nose' && !cropped) return lookAtNose(deps, file, look);
  const needsHead = modality === 'face' || (modality === 'coat' && (!cropped || species === undefined));
  const found = needsHead ? await oneHead(deps.recogniser, file, look) : null;
  if (found?.kind === 'problem') return found;
  const head = found?.head ?? null;
  if (modality === 'face' && look.withMarks !== true) return { kind: 'looked-at', head, marks: null, picture: null, nose: null };
  const region: MarkRegion =
    cropped || head === null
      ? { kind: 'whole' }
      : { kind: 'head', box: head.box, leftEye: head.landmarks.leftEye, rightEye: head.landmarks.rightEye };
  const result = await deps.markFinder.find(file.bytes, region, { withPicture: look.withPicture === true });
  if (result.kind === 'rejected') {
    return { kind: 'problem', problem: { kind: 'unreadable', photo: file.name, reason: result.reason, message: result.message } };
  }
  if (result.kind === 'no-nose') throw new RangeError('A nose was looked for where nobody asked for one.');
  return { kind: 'looked-at', head, marks: result.marks, picture: result.picture, nose: null };
}

/** The face's nose; where no head is seen, the photo is a close-up of a nose or shows none. */
async function lookAtNose({ recogniser, markFinder }: LookDeps, file: PhotoFile, look: Look): Promise<Outcome> {
  const found = await oneHead(recogniser, file, look);
  if (found.kind === 'problem' && found.problem.kind !== 'no-head') return found;
  const seen = { bytes: file.bytes, head: found.kind === 'head' ? found.head : undefined };
  const result = await noseIn(seen, markFinder, { withPicture: look.withPicture === true });
  if (result.kind === 'found') return { kind: 'looked-at', head: null, marks: result.marks, picture: result.picture, nose: result.nose };
  const photo = file.name;
  if (result.kind === 'rejected')
    return { kind: 'problem', problem: { kind: 'unreadable', photo, reason: result.reason, message: result.message } };
  const message =
    'No nose was found. Use a sharp close-up of the nose, square on; a photo that shows the nose and nothing else can be given with --cropped.';
  return { kind: 'problem', problem: { kind: 'no-nose', photo, message } };
}

type HeadOutcome = { readonly kind: 'head'; readonly head: AnalysedHead } | { readonly kind: 'problem'; readonly problem: PhotoProblem };

async function oneHead(recogniser: LookDeps['recogniser'], file: PhotoFile, { cropped, species }: Look): Promise<HeadOutcome> {
  const options = cropped === true ? { cropped, ...(species ? { species } : {}) } : {};
  const result = await recogniser.analyse(file.bytes, options);
  const problem = (of: PhotoProblem): HeadOutcome => ({ kind: 'problem', problem: of });
  const photo = file.name;
  if (result.kind === 'rejected') return problem({ kind: 'unreadable', photo, reason: result.reason, message: result.message });
  const { heads } = result.photo;
  const matching = heads.filter((head) => species === undefined || head.species === species);
  const [head, another] = matching;
  if (heads.length === 0) {
    return problem({
      kind: 'no-head',
      photo,
      message: "No dog's or cat's head was found. Use a photo that shows the face, or a crop of it.",
    });
  }
  if (head === undefined) return problem(speciesMismatch(photo, heads[0]?.species ?? 'dog', species ?? 'dog'));
  if (another !== undefined) {
    const message = `There are ${matching.length} heads in this photo and nothing tells which one is meant. Crop it to the one.`;
    return problem({ kind: 'several-heads', photo, boxes: matching.map(({ box }) => box), message });
  }
  return { kind: 'head', head };
}
