import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type DetectionEvaluation, evaluateDetection, type LabelledHead } from '@snout/core/evaluation';
import type { Box, Point, Species } from '@snout/core/recognition';
import type { NodeRecogniser } from '@snout/vision/node';
import { analyseFiles } from './analyse-files.ts';
import { HELD_OUT_PHOTOS, nameFold } from './name-fold.ts';

/** `looked-at`: photos of heads/ that earlier detectors were judged by; `fresh`: labelled by eye later, and never trained on. */
export type HeldOutHeads = 'looked-at' | 'fresh';

const FRESH_LABELS = resolve(import.meta.dirname, '../../../training/labels/heads-test.json');

/** An entry of heads.json: a photo with all its heads. `ignore`: areas in which a person could not tell. */
interface LabelledFile {
  readonly file: string;
  readonly heads: ReadonlyArray<{
    readonly species: Species;
    readonly box: Box;
    readonly leftEye: Point | null;
    readonly rightEye: Point | null;
    readonly nose: Point | null;
  }>;
  readonly ignore?: readonly Box[];
}

interface LabelledFolder {
  /** What the labels' file names are relative to. */
  readonly folder: string;
  readonly heldOut: readonly LabelledFile[];
}

/** Figures of the head detector on the labelled photos that training has not seen. */
export async function detectHeldOutHeads(recogniser: NodeRecogniser, root: string, which: HeldOutHeads): Promise<DetectionEvaluation> {
  const { folder, heldOut } = which === 'fresh' ? await freshHeads(root) : await lookedAtHeads(root);
  const analyses = await analyseFiles(
    recogniser,
    heldOut.map(({ file }) => join(folder, file)),
  );
  return evaluateDetection(
    heldOut.map((entry, index) => ({ labelled: entry.heads.map(toHead), found: analyses[index]?.heads ?? [], unsure: entry.ignore ?? [] })),
  );
}

async function lookedAtHeads(root: string): Promise<LabelledFolder> {
  const folder = join(root, 'heads');
  const all = await readLabels(join(folder, 'heads.json'));
  return { folder, heldOut: all.filter(({ file }) => nameFold(file) < HELD_OUT_PHOTOS) };
}

async function freshHeads(root: string): Promise<LabelledFolder> {
  return { folder: root, heldOut: await readLabels(FRESH_LABELS) };
}

async function readLabels(path: string): Promise<readonly LabelledFile[]> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function toHead({ box, species, leftEye, rightEye, nose }: LabelledFile['heads'][number]): LabelledHead {
  return { box, species, landmarks: { leftEye, rightEye, nose } };
}
