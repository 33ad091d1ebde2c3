/** The views of a guided capture, in order. "Left": the nose points to the left of the picture, so that its left side is seen. */
export const CAPTURE_STEPS = ['front', 'left', 'right', 'nose'] as const;
export type CaptureStep = (typeof CAPTURE_STEPS)[number];

/** How many photos of its burst each step keeps. The face from the front is what recognition stands on. */
export const PHOTOS_PER_STEP: Readonly<Record<CaptureStep, number>> = { front: 2, left: 1, right: 1, nose: 1 };

/** Why a step was left out. */
export const SKIP_REASONS = ['cat-nose', 'shy', 'no-time'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
