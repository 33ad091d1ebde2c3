/** A raster of bytes, row by row from the top left; 3 channels: RGB, 4: RGBA whose alpha is ignored. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/**
 * A decoded photo. `pixels` is the *working image*: the upright photo, made smaller when it is large (see WORKING_SIDE), which the
 * stages measure in. `width` and `height` are those of the upright photo itself, which results are given in.
 */
export interface DecodedPhoto {
  readonly pixels: Pixels;
  readonly width: number;
  readonly height: number;
  /** Time of exposure, ISO 8601 without zone, or null. */
  readonly takenAt: string | null;
}

/** Longer side of the working image, px: a head of 32 px in a photo of 4,000 px is still 13 px in it. */
export const WORKING_SIDE = 1600;
