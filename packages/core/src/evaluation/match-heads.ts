import type { Box, Head, Landmarks, Species } from '../recognition/index.ts';

/** A head as a person labelled it, in pixels of the upright photo. A landmark is null where it cannot be seen. */
export interface LabelledHead {
  readonly box: Box;
  readonly species: Species;
  readonly landmarks: Landmarks;
}

/** What is in a photo, and what a detector found in it. */
export interface DetectedPhoto {
  readonly labelled: readonly LabelledHead[];
  readonly found: readonly Head[];
  /** Areas in which a person could not tell: what is found there is neither right nor wrong. */
  readonly unsure?: readonly Box[];
}

/** Outcome for one photo. Hits are of heads that were asked for. */
export interface HeadMatches {
  readonly hits: ReadonlyArray<{ readonly labelled: LabelledHead; readonly found: Head }>;
  /** Labelled heads of at least the smallest size, found or not. */
  readonly asked: number;
  /** Found heads that match no labelled head of any size. */
  readonly falseHeads: number;
}

/** A found head is the labelled one from this overlap on (PASCAL VOC). */
const SAME_FROM_IOU = 0.5;

/**
 * Each found head, best score first, takes the labelled head that it overlaps most among those not yet taken. Heads whose longer side
 * is under `smallest` px are not asked for; finding one is neither right nor wrong.
 */
export function matchHeads({ labelled, found, unsure = [] }: DetectedPhoto, smallest: number): HeadMatches {
  const free = new Set(labelled);
  const hits: { labelled: LabelledHead; found: Head }[] = [];
  let falseHeads = 0;
  for (const head of found.toSorted((a, b) => b.score - a.score)) {
    const [nearest] = [...free].toSorted((a, b) => overlap(b.box, head.box) - overlap(a.box, head.box));
    if (nearest === undefined || overlap(nearest.box, head.box) < SAME_FROM_IOU) {
      if (!unsure.some((area) => isCentredIn(head.box, area))) falseHeads++;
      continue;
    }
    free.delete(nearest);
    if (longerSide(nearest.box) >= smallest) hits.push({ labelled: nearest, found: head });
  }
  return { hits, falseHeads, asked: labelled.filter(({ box }) => longerSide(box) >= smallest).length };
}

export function longerSide([x0, y0, x1, y1]: Box): number {
  return Math.max(x1 - x0, y1 - y0);
}

function isCentredIn([x0, y0, x1, y1]: Box, area: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= area[0] && x <= area[2] && y >= area[1] && y <= area[3];
}

/** Intersection over union. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (area(a) + area(b) - width * height);
}

function area([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}
