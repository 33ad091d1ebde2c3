import type { Box, Point } from '@snout/core/recognition';
import type { Pixels } from './pixels.ts';
import { sampleAffine } from './sample-affine.ts';

export interface LetterboxOptions {
  /** Longer side of the picture inside the network's input, px. */
  readonly longerSide: number;
  /** The input's sides are rounded up to multiples of this, px. */
  readonly multipleOf: number;
  /** Grey value of what is right of and below the picture. */
  readonly padding: number;
}

/** The network's input, and the way back from it. */
export interface Letterbox {
  /** RGB bytes, width x height. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** From pixels of the network's input to pixels of the image. */
  readonly toImage: (point: Point) => Point;
}

/**
 * Frames: image pixels -> network pixels. Scales a part of the image (all of it unless `part` is given, whole numbers) with its
 * aspect kept, so that the longer side is `longerSide`, and pastes it at the top left corner of a padded input.
 */
export function letterbox(image: Pixels, options: LetterboxOptions, part: Box = [0, 0, image.width, image.height]): Letterbox {
  const [x0, y0] = part;
  const partWidth = part[2] - x0;
  const partHeight = part[3] - y0;
  const longer = Math.max(partWidth, partHeight);
  const innerWidth = Math.max(1, Math.round((partWidth * options.longerSide) / longer));
  const innerHeight = Math.max(1, Math.round((partHeight * options.longerSide) / longer));
  const width = Math.ceil(innerWidth / options.multipleOf) * options.multipleOf;
  const height = Math.ceil(innerHeight / options.multipleOf) * options.multipleOf;
  const scaleX = partWidth / innerWidth;
  const scaleY = partHeight / innerHeight;
  const data = new Uint8Array(width * height * 3).fill(options.padding);
  sampleAffine(image, {
    map: { a: scaleX, b: 0, c: x0, d: 0, e: scaleY, f: y0 },
    step: longer / options.longerSide,
    width: innerWidth,
    height: innerHeight,
    into: data,
    offset: 0,
    stride: width,
    fill: options.padding,
  });
  return { data, width, height, toImage: ([x, y]) => [x0 + x * scaleX, y0 + y * scaleY] };
}
