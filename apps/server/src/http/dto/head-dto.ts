import type { BoxDto, HeadDto, NoseDto, QualityDto } from '@snout/contract';
import type { FoundNose } from '@snout/core/matching';
import type { Box, Head, Landmarks, Point, Quality } from '@snout/core/recognition';

/** Coordinates of the API are whole tenths of a pixel: more is noise. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

export function boxDto([x0, y0, x1, y1]: Box): BoxDto {
  return [round(x0), round(y0), round(x1), round(y1)];
}

export function landmarksDto(landmarks: Landmarks): HeadDto['landmarks'] {
  return {
    leftEye: pointDto(landmarks.leftEye),
    rightEye: pointDto(landmarks.rightEye),
    nose: pointDto(landmarks.nose),
  };
}

export function qualityDto(quality: Quality): QualityDto {
  return { score: Math.round(quality.score), reasons: [...quality.reasons], model: quality.model };
}

export function headDto(head: Head & { readonly quality: Quality }): HeadDto {
  return {
    box: boxDto(head.box),
    species: head.species,
    score: Math.round(head.score * 1000) / 1000,
    landmarks: landmarksDto(head.landmarks),
    quality: qualityDto(head.quality),
  };
}

export function noseDto({ leather, nostrils: [one, other], tilt, quality }: FoundNose): NoseDto {
  return {
    leather: boxDto(leather),
    nostrils: [
      [round(one[0]), round(one[1])],
      [round(other[0]), round(other[1])],
    ],
    tilt: round(tilt),
    quality: { score: Math.round(quality.score), reasons: [...quality.reasons] },
  };
}

function pointDto(point: Point | null): [number, number] | null {
  return point === null ? null : [round(point[0]), round(point[1])];
}
