import type { AnalysedHead, AnalyseOptions, Box, Head, Landmarks, PhotoAnalysis, Point } from '@snout/core/recognition';
import type { EmbedderManifest } from '../model/model-manifest.ts';
import { tracePhoto } from '../trace/trace-photo.ts';
import { clipBox } from './box-overlap.ts';
import type { ConfidentPoint } from './candidates.ts';
import { type CropSquare, frameSquare, headSquare } from './crop-geometry.ts';
import { type FoundHead, findHeads, guessSpecies } from './find-heads.ts';
import { frontalityOf } from './frontality.ts';
import { checkedScore } from './head-check.ts';
import { headSide, judgeQuality, readFactors } from './judge-quality.ts';
import type { PipelineRuntime } from './pipeline-runtime.ts';
import type { DecodedPhoto } from './pixels.ts';
import { type EmbeddedCrop, readEmbeddedCrops } from './read-embedded-crops.ts';
import { sampleCrops } from './sample-crops.ts';
import { VisionError } from './vision-error.ts';

/** A landmark is reported as seen at this confidence or more. */
const VISIBLE_FROM = 0.5;
/** Crops per run: bounds the memory of a photo with many heads, and is as fast as one large batch. */
const CROPS_PER_RUN = 8;

/** A head in pixels of the photo, with the square to crop in pixels of the working image. */
interface PlacedHead {
  readonly head: Head;
  readonly square: CropSquare;
  /** Found by the detector alone: the embedder has a say in whether it is a head. What a person has pointed out is one. */
  readonly found: boolean;
}

/**
 * The whole pipeline on one decoded photo: heads -> crops -> quality and templates. Frames: everything is measured in the working
 * image and returned in pixels of the upright photo.
 */
export async function analysePhoto(photo: DecodedPhoto, runtime: PipelineRuntime, options: AnalyseOptions = {}): Promise<PhotoAnalysis> {
  const placed = await placeHeads(photo, runtime, options);
  const heads: AnalysedHead[] = [];
  for (let start = 0; start < placed.length; start += CROPS_PER_RUN) {
    heads.push(...(await describeHeads(photo, runtime, placed.slice(start, start + CROPS_PER_RUN))));
  }
  // The check may have put another head first.
  heads.sort((a, b) => b.score - a.score);
  return { width: photo.width, height: photo.height, takenAt: photo.takenAt, heads, trace: tracePhoto(photo.pixels) };
}

async function placeHeads(photo: DecodedPhoto, runtime: PipelineRuntime, options: AnalyseOptions): Promise<readonly PlacedHead[]> {
  if (options.cropped === true) return [await placeFrame(photo, runtime, options)];
  if (options.box !== undefined) return [await placeDrawnBox(photo, runtime, { ...options, box: options.box })];
  const { crop, headCheck } = runtime.embedder.manifest;
  const found = await findHeads(photo.pixels, runtime.detector, headCheck?.from);
  return found
    .filter(({ species }) => options.species === undefined || species === options.species)
    .map((head) => ({ head: toPhotoHead(head, photo), square: headSquare(head, crop), found: true }));
}

async function placeFrame(
  { pixels, width, height }: DecodedPhoto,
  runtime: PipelineRuntime,
  { species }: AnalyseOptions,
): Promise<PlacedHead> {
  const frame: Box = [0, 0, pixels.width, pixels.height];
  return {
    head: { ...UNSEEN, box: [0, 0, width, height], species: species ?? (await guessSpecies(pixels, runtime.detector, frame)) },
    square: frameSquare(pixels.width, pixels.height),
    found: false,
  };
}

async function placeDrawnBox(
  photo: DecodedPhoto,
  runtime: PipelineRuntime,
  { species, box }: AnalyseOptions & { readonly box: Box },
): Promise<PlacedHead> {
  const { pixels, width, height } = photo;
  const [x0, y0, x1, y1] = clipBox(box, width, height);
  if (!(x1 - x0 >= 1 && y1 - y0 >= 1))
    throw new VisionError('box-outside-photo', `The box ${box.join(', ')} does not lie in the photo of ${width} x ${height} px.`);
  const toWorking = ([x, y]: Point): Point => [(x * pixels.width) / width, (y * pixels.height) / height];
  const working: Box = [...toWorking([x0, y0]), ...toWorking([x1, y1])];
  return {
    head: { ...UNSEEN, box: [x0, y0, x1, y1], species: species ?? (await guessSpecies(pixels, runtime.detector, working)) },
    square: headSquare({ box: working }, runtime.embedder.manifest.crop),
    found: false,
  };
}

const UNSEEN = { score: 1, landmarks: { leftEye: null, rightEye: null, nose: null } } as const;

async function describeHeads(
  photo: DecodedPhoto,
  runtime: PipelineRuntime,
  placed: readonly PlacedHead[],
): Promise<readonly AnalysedHead[]> {
  const { embedder, quality } = runtime;
  const side = embedder.manifest.crop.side;
  const crops = {
    data: sampleCrops(
      photo.pixels,
      placed.map(({ square }) => square),
      side,
    ),
    count: placed.length,
  };
  const factors = await quality.run(crops);
  const columns = quality.manifest.output.factors.length;
  const embedded = readEmbeddedCrops(await embedder.run(crops), embedder.manifest);
  return placed.flatMap((one, index) => {
    const crop = embedded[index];
    if (crop === undefined) throw new RangeError(`${embedder.manifest.id} gave ${embedded.length} templates for ${placed.length} crops.`);
    const head = checkedHead(one, crop, embedder.manifest);
    if (head === null) return [];
    const row = readFactors(factors.subarray(index * columns, (index + 1) * columns));
    return [
      {
        ...head,
        quality: judgeQuality(row, { headSide: headSide(head.box), frontality: frontalityOf(head.landmarks) }, quality.manifest),
        template: crop.template,
      },
    ];
  });
}

/** The head with the score that both networks give it; null when that says it is none. */
function checkedHead({ head, found }: PlacedHead, { headLogOdds }: EmbeddedCrop, { headCheck }: EmbedderManifest): Head | null {
  if (!found || !headCheck || headLogOdds === null) return head;
  const score = checkedScore(head.score, headLogOdds, headCheck);
  return score >= headCheck.threshold ? { ...head, score } : null;
}

function toPhotoHead(found: FoundHead, { pixels, width, height }: DecodedPhoto): Head {
  const toPhoto = ([x, y]: Point): Point => [(x * width) / pixels.width, (y * height) / pixels.height];
  const seen = ({ point, confidence }: ConfidentPoint) => (confidence >= VISIBLE_FROM ? toPhoto(point) : null);
  const landmarks: Landmarks = { leftEye: seen(found.leftEye), rightEye: seen(found.rightEye), nose: seen(found.nose) };
  const [x0, y0, x1, y1] = found.box;
  return { box: [...toPhoto([x0, y0]), ...toPhoto([x1, y1])], species: found.species, score: found.score, landmarks };
}
