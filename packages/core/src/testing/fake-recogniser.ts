import {
  type AnalysedHead,
  type AnalyseOptions,
  type AnalysisResult,
  type Box,
  type Calibration,
  type Recogniser,
  type RecogniserModels,
  type Species,
  type SpeciesCalibration,
  TEMPLATE_DIMENSIONS,
  toUnitVector,
  type UnitVector,
} from '../recognition/index.ts';

/** A head as a fake photo describes it. */
export interface FakeHead {
  /** Which animal: the same word, the same animal. */
  readonly animal: string;
  /** How far this view is from the animal's true template: similarity of two views is about 1 / (1 + noise^2). 0.5 when absent. */
  readonly noise?: number;
  /** Tells views of one animal apart; 0 when absent. */
  readonly view?: number;
  /** Another animal this one looks like, and how much of it is mixed in (0 to 1). */
  readonly like?: { readonly animal: string; readonly share: number };
  readonly species?: Species;
  readonly box?: Box;
  readonly score?: number;
  /** 0 to 100. */
  readonly quality?: number;
  /** Whose coat it has: the same word, the same marks. Absent: the animal's own. */
  readonly coat?: string;
  /** How many marks the coat has. */
  readonly marks?: number;
}

/** A nose seen from near, as a fake photo describes it. */
export interface FakeNose {
  /** Whose: the same word, the same marks. */
  readonly animal: string;
  /** Tells views of one nose apart; 0 when absent. */
  readonly view?: number;
  /** 0 to 100; 80 when absent. */
  readonly quality?: number;
}

export interface FakePhoto {
  readonly heads: readonly FakeHead[];
  readonly nose?: FakeNose;
  readonly takenAt?: string;
  /** Perceptual hash, 16 hex digits. Absent: made from the heads, so that only the very same heads give the same. */
  readonly hash?: string;
  /** How much it looks like a photo of a screen; 0 when absent. */
  readonly screen?: number;
}

const SIZE = 1000;

/** The "image file" that a fake recogniser reads. */
export function fakePhoto(photo: FakePhoto): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(photo));
}

/**
 * Recognises what `fakePhoto` wrote, the same way every time: animals are random directions, so two animals' templates have
 * similarity 0 +- 0.06. `version` plays a newer model: its templates have nothing to do with another version's.
 */
export function createFakeRecogniser(version = 1): Recogniser {
  const models = fakeModels(version);
  return {
    models,
    async analyse(bytes, options = {}): Promise<AnalysisResult> {
      if (bytes.length === 0) return { kind: 'rejected', reason: 'empty-file', message: 'The file is empty.' };
      const photo = readFakePhoto(bytes);
      if (photo === null) return { kind: 'rejected', reason: 'not-an-image', message: 'This file is not a photo.' };
      const heads = photo.heads.map((head, index) => analysedHead(head, index, models));
      const trace = {
        method: 'fake-1',
        hash: photo.hash ?? hashOf(JSON.stringify([...photo.heads, ...(photo.nose ? [photo.nose] : [])])),
        screen: photo.screen ?? 0,
      };
      return {
        kind: 'analysed',
        photo: { width: SIZE, height: SIZE, takenAt: photo.takenAt ?? null, heads: asAsked(heads, options), trace },
      };
    },
    async close() {},
  };
}

export function fakeModels(version = 1): RecogniserModels {
  const embedder = `fake-embedder-${version}`;
  return {
    detector: `fake-detector-${version}`,
    embedder,
    quality: `fake-quality-${version}`,
    pipeline: `fake-${version}`,
    calibration: fakeCalibration(embedder),
  };
}

function fakeCalibration(model: string): Calibration {
  const species: SpeciesCalibration = {
    slope: 25,
    intercept: -10,
    fmr: [
      { fmr: 1e-1, threshold: 0.1 },
      { fmr: 1e-2, threshold: 0.2 },
      { fmr: 1e-3, threshold: 0.3 },
      { fmr: 1e-4, threshold: 0.4 },
      { fmr: 1e-5, threshold: 0.5 },
    ],
    n: { individuals: 1000, photos: 5000, mated: 20_000, nonMated: 10_000_000 },
    data: 'made up for tests',
  };
  return { model, species: { dog: species, cat: species } };
}

function analysedHead(head: FakeHead, index: number, models: RecogniserModels): AnalysedHead {
  return {
    box: boxOfFakeHead(head, index),
    species: head.species ?? 'cat',
    score: head.score ?? 0.9,
    landmarks: { leftEye: null, rightEye: null, nose: null },
    quality: { score: head.quality ?? 80, reasons: (head.quality ?? 80) < 40 ? ['hold-still'] : [], model: models.quality },
    template: { vector: viewOf(head, models.embedder), model: models.embedder, pipeline: models.pipeline },
  };
}

/** Where the head is: heads without a box stand side by side. */
export function boxOfFakeHead({ box }: FakeHead, index: number): Box {
  const x = 100 + index * 200;
  return box ?? [x, 100, x + 150, 250];
}

/** A box given by hand stands for the head at its place, or, where there is none, for the first. */
function asAsked(heads: readonly AnalysedHead[], options: AnalyseOptions): readonly AnalysedHead[] {
  const { box, species } = options;
  if (box) {
    const head = heads.find((candidate) => candidate.box.every((value, i) => value === box[i])) ?? heads[0];
    return head ? [{ ...head, box, species: species ?? head.species }] : [];
  }
  return heads.filter((head) => species === undefined || head.species === species);
}

function viewOf(head: FakeHead, embedder: string): UnitVector {
  const own = direction(`${embedder} ${head.animal}`);
  const other = head.like ? direction(`${embedder} ${head.like.animal}`) : own;
  const share = head.like?.share ?? 0;
  const noise = direction(`${embedder} ${head.animal} view ${head.view ?? 0}`);
  return unit(own.map((value, i) => (1 - share) * value + share * (other[i] ?? 0) + (head.noise ?? 0.5) * (noise[i] ?? 0)));
}

/** A unit vector that is a function of the words alone, spread evenly over directions. */
export function direction(words: string): UnitVector {
  let state = 2166136261;
  for (const char of words) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  // The sum of twelve uniform numbers is as good as normal here (Irwin-Hall).
  return unit(Float32Array.from({ length: TEMPLATE_DIMENSIONS }, () => Array.from({ length: 12 }, next).reduce((a, b) => a + b, -6)));
}

/** The signs of 64 of the numbers in a direction of its own: hashes of different words differ in about half of their bits. */
function hashOf(words: string): string {
  const bits = Array.from(direction(words).subarray(0, 64), (value) => (value > 0 ? '1' : '0')).join('');
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

function unit(values: Float32Array): UnitVector {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return toUnitVector(values.map((value) => value / length));
}

/** What `fakePhoto` wrote; null: something else. */
export function readFakePhoto(bytes: Uint8Array): FakePhoto | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isFakePhoto(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isFakePhoto(value: unknown): value is FakePhoto {
  return typeof value === 'object' && value !== null && 'heads' in value && Array.isArray(value.heads);
}
