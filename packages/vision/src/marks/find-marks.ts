import type { MarkRegion, Marks } from '@snout/core/matching';
import type { Box, Point } from '@snout/core/recognition';
import type { MarksManifest } from '../model/model-manifest.ts';
import { type AffineMap, applyMap } from '../pipeline/affine-map.ts';
import { clipBox } from '../pipeline/box-overlap.ts';
import { type CropSquare, cropMap, frameSquare, headSquare } from '../pipeline/crop-geometry.ts';
import type { DecodedPhoto } from '../pipeline/pixels.ts';
import { sampleCrops } from '../pipeline/sample-crops.ts';
import { VisionError } from '../pipeline/vision-error.ts';
import { type PickedMarks, pickMarks } from './pick-marks.ts';

/** What finding marks needs of a platform: one network and what its manifest says. */
export interface MarksRuntime {
  readonly manifest: MarksManifest;
  /** RGB bytes of one crop of the manifest's side → its rows, see MarkRows. */
  run(crop: Uint8Array): Promise<Float32Array>;
}

/** A place that is known; where a nose lies is found out first, see nose/find-nose.ts. */
export type PlaceOfMarks = Exclude<MarkRegion, { kind: 'nose' }>;

export interface FoundMarks {
  readonly marks: Marks;
  /** The crop that was looked at, RGB bytes. */
  readonly picture: Uint8Array;
}

/**
 * Photo and region → crop → marks. Frames: the region is given in pixels of the upright photo, the crop is cut from the working image, marks
 * come back in pixels of the crop and of the upright photo. Places that do not show the photo, and a strip beside them, have no marks: the
 * edge of a photo is no mark of an animal. @throws VisionError `box-outside-photo`.
 */
export async function findMarks(photo: DecodedPhoto, region: PlaceOfMarks, runtime: MarksRuntime): Promise<FoundMarks> {
  const { manifest } = runtime;
  const { side } = manifest.input;
  const square = squareOf(photo, region, manifest);
  const toWorking = cropMap(square, side);
  const picture = sampleCrops(photo.pixels, [square], side);
  const { dimensions } = manifest.output;
  const strip = (manifest.pick.edge * square.side) / side;
  const picked = pickMarks({ data: await runtime.run(picture), dimensions }, manifest.pick, (x, y) =>
    showsPhoto(applyMap(toWorking, [x, y]), photo, strip),
  );
  return { marks: toMarks(picked, { photo, manifest, toWorking }), picture };
}

function squareOf(photo: DecodedPhoto, region: PlaceOfMarks, { crop }: MarksManifest): CropSquare {
  const { pixels } = photo;
  switch (region.kind) {
    case 'whole':
      return frameSquare(pixels.width, pixels.height);
    case 'box': {
      const box = workingBox(photo, region.box);
      return headSquare({ box }, { ...crop, scale: 1 });
    }
    case 'head': {
      const eye = (point: Point | null) => (point === null ? undefined : { point: workingPoint(photo, point), confidence: 1 });
      const [leftEye, rightEye] = [eye(region.leftEye), eye(region.rightEye)];
      return headSquare({ box: workingBox(photo, region.box), ...(leftEye && { leftEye }), ...(rightEye && { rightEye }) }, crop);
    }
  }
}

function workingPoint({ pixels, width, height }: DecodedPhoto, [x, y]: Point): Point {
  return [(x * pixels.width) / width, (y * pixels.height) / height];
}

function workingBox(photo: DecodedPhoto, box: Box): Box {
  const [x0, y0, x1, y1] = clipBox(box, photo.width, photo.height);
  if (!(x1 - x0 >= 1 && y1 - y0 >= 1)) {
    throw new VisionError(
      'box-outside-photo',
      `The box ${box.join(', ')} does not lie in the photo of ${photo.width} x ${photo.height} px.`,
    );
  }
  return [...workingPoint(photo, [x0, y0]), ...workingPoint(photo, [x1, y1])];
}

function showsPhoto([x, y]: Point, { pixels }: DecodedPhoto, strip: number): boolean {
  return x >= strip && y >= strip && x <= pixels.width - strip && y <= pixels.height - strip;
}

interface Frames {
  readonly photo: DecodedPhoto;
  readonly manifest: MarksManifest;
  readonly toWorking: AffineMap;
}

function toMarks({ count, points, scores, vectors }: PickedMarks, { photo, manifest, toWorking }: Frames): Marks {
  const { pixels, width, height } = photo;
  const inPhoto = new Float32Array(points.length);
  for (let i = 0; i < count; i++) {
    const [x, y] = applyMap(toWorking, [points[2 * i] ?? 0, points[2 * i + 1] ?? 0]);
    inPhoto.set([(x * width) / pixels.width, (y * height) / pixels.height], 2 * i);
  }
  const { dimensions } = manifest.output;
  return { model: manifest.id, side: manifest.input.side, count, inCrop: points, inPhoto, scores, vectors, dimensions };
}
