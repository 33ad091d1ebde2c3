import type { Box, Point } from '@snout/core/recognition';

/** A landmark with the detector's confidence that it is visible, 0 to 1. */
export interface ConfidentPoint {
  readonly point: Point;
  readonly confidence: number;
}

/** One raw detection in pixels of the working image: before suppression, so one head has several. */
export interface HeadCandidate {
  readonly box: Box;
  readonly dogScore: number;
  readonly catScore: number;
  readonly leftEye: ConfidentPoint;
  readonly rightEye: ConfidentPoint;
  readonly nose: ConfidentPoint;
}

export function candidateScore(candidate: HeadCandidate): number {
  return Math.max(candidate.dogScore, candidate.catScore);
}

export interface CandidateRows {
  /** Rows of x0, y0, x1, y1, dog, cat, left eye x, y, right eye x, y, nose x, y, three confidences, then spare columns. */
  readonly data: Float32Array;
  readonly columns: number;
  /** From pixels of the network's input to pixels of the working image. */
  readonly toImage: (point: Point) => Point;
}

/** Frames: network pixels -> pixels of the working image. Rows that score less than `threshold` or have no area are left out. */
export function readCandidates({ data, columns, toImage }: CandidateRows, threshold: number): readonly HeadCandidate[] {
  const found: HeadCandidate[] = [];
  for (let start = 0; start + columns <= data.length; start += columns) {
    const at = (column: number) => data[start + column] ?? Number.NaN;
    if (!(Math.max(at(4), at(5)) >= threshold) || !(at(2) > at(0)) || !(at(3) > at(1))) continue;
    const landmark = (column: number, confidence: number): ConfidentPoint => ({
      point: toImage([at(column), at(column + 1)]),
      confidence: at(confidence),
    });
    found.push({
      box: [...toImage([at(0), at(1)]), ...toImage([at(2), at(3)])],
      dogScore: at(4),
      catScore: at(5),
      leftEye: landmark(6, 12),
      rightEye: landmark(8, 13),
      nose: landmark(10, 14),
    });
  }
  return found;
}
