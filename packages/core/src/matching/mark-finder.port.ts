import type { Box, PhotoRejection, Point, Species } from '../recognition/photo-analysis.ts';
import type { SpeciesCalibration } from '../recognition/recogniser.port.ts';
import type { MatchingRule } from './agreement.ts';
import type { FusionCalibration } from './fusion.ts';
import type { Marks } from './marks.ts';
import type { FoundNose } from './nose-region.ts';

/** What of a photo is looked at. Boxes and points in pixels of the upright photo. */
export type MarkRegion =
  /** The photo shows nothing but the subject from near, and is taken as it is: a crop of a head, a nose that fills it. */
  | { readonly kind: 'whole' }
  /** The square around the box, no larger than it must be. */
  | { readonly kind: 'box'; readonly box: Box }
  /** A nose is looked for: in the squares `near`, or, when there are none, in the middle of the photo, which then is a close-up. */
  | { readonly kind: 'nose'; readonly near: readonly Box[] }
  /** The square that recognition looks at: somewhat larger than the head, turned so that the eyes are level. */
  | { readonly kind: 'head'; readonly box: Box; readonly leftEye: Point | null; readonly rightEye: Point | null };

export interface FindMarksOptions {
  /** The crop's pixels are wanted too: to show where the marks are. */
  readonly withPicture?: boolean;
}

/** `picture`: the crop as RGB bytes, row by row, side * side * 3; null unless asked for. */
export type MarksResult =
  | {
      readonly kind: 'found';
      readonly marks: Marks;
      readonly picture: Uint8Array | null;
      /** Of a region `nose`, else null. */
      readonly nose: FoundNose | null;
    }
  | { readonly kind: 'no-nose' }
  | { readonly kind: 'rejected'; readonly reason: PhotoRejection; readonly message: string };

/** Finds marks in photos. Implemented by packages/vision. */
export interface MarkFinder {
  readonly model: MarksModel;
  /** `bytes`: an encoded image file. Never throws for a bad photo. */
  find(bytes: Uint8Array, region: MarkRegion, options?: FindMarksOptions): Promise<MarksResult>;
  close(): Promise<void>;
}

/** What the network's manifest says about comparing its marks. */
export interface MarksModel {
  readonly id: string;
  /** Id of the network that finds noses. */
  readonly noses: string;
  /** Leather is finer drawn and stiffer than fur: noses are compared by a rule of their own. */
  readonly rules: { readonly nose: MatchingRule; readonly coat: MatchingRule };
  readonly calibration: MarksCalibrations;
}

export interface MarksCalibrations {
  /** Noses that fill the crop, of dogs and cats alike. */
  readonly nose: MarksCalibration;
  /** Face and coat in a head crop. */
  readonly coat: Readonly<Record<Species, MarksCalibration>>;
  /** Faces and coats weighed together; a species that nobody has weighed goes by the face. */
  readonly fused: Readonly<Partial<Record<Species, FusionCalibration>>>;
}

/**
 * P(same | s) and false match rates, as for templates, with s = strengthOf(agreement). `measuredOn`: whether the animals were real. What
 * was measured on drawings alone may support or raise doubt, and never decides: see judge-marks.ts.
 */
export interface MarksCalibration extends SpeciesCalibration {
  readonly measuredOn: 'photos' | 'drawn';
}
