import { type CropSquare, cropMap } from './crop-geometry.ts';
import type { Pixels } from './pixels.ts';
import { sampleAffine } from './sample-affine.ts';

/** Frames: pixels of the image -> pixels of the crops. RGB bytes of one crop after the other; black outside the image. */
export function sampleCrops(image: Pixels, squares: readonly CropSquare[], side: number): Uint8Array {
  const size = side * side * 3;
  const into = new Uint8Array(squares.length * size);
  for (const [index, square] of squares.entries()) {
    sampleAffine(image, {
      map: cropMap(square, side),
      step: square.side / side,
      width: side,
      height: side,
      into,
      offset: index * size,
      stride: side,
      fill: 0,
    });
  }
  return into;
}
