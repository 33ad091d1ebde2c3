import type { ReferReason } from './application.ts';

/** What better photos are wanted for: to know the animal again at a claim. */
export type PhotoWish =
  /** `have`: photos of the face that are good enough by now. */
  { readonly kind: 'good-face-photos'; readonly have: number; readonly want: number } | { readonly kind: 'nose-close-up' };

export interface UnderwritingFacts {
  /** Quality of each photo of the face, 0 to 100. */
  readonly faces: readonly number[];
  /** Quality of each close-up of the nose. */
  readonly noses: readonly number[];
  /** Whether the product compares noses, of this species. */
  readonly needsNose: boolean;
  readonly reasons: readonly ReferReason[];
}

export type Underwriting =
  | { readonly kind: 'accept' }
  | { readonly kind: 'refer'; readonly reasons: readonly ReferReason[] }
  | { readonly kind: 'better-photos'; readonly wishes: readonly PhotoWish[] };

/** So many photos of the face ... */
const FACES = 2;
/** ... of at least this quality: with worse ones a claim would go to a person, for years. */
const GOOD_FACE = 50;
const GOOD_NOSE = 50;

/** Accepts, asks for better photos, or refers to a person with every reason found. There is no refusal among the answers. */
export function underwrite({ faces, noses, needsNose, reasons }: UnderwritingFacts): Underwriting {
  const wishes: PhotoWish[] = [];
  const have = faces.filter((quality) => quality >= GOOD_FACE).length;
  if (have < FACES) wishes.push({ kind: 'good-face-photos', have, want: FACES });
  if (needsNose && !noses.some((quality) => quality >= GOOD_NOSE)) wishes.push({ kind: 'nose-close-up' });
  // First: on poor photos other animals look alike too easily.
  if (wishes.length > 0) return { kind: 'better-photos', wishes };
  return reasons.length > 0 ? { kind: 'refer', reasons } : { kind: 'accept' };
}
