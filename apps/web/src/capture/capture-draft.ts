import { type KeptRecords, keptRecords } from '../upload/kept-records.ts';
import type { CaptureState } from './capture-machine.ts';
import type { CapturedPhoto } from './captured-photo.ts';

/** A capture under way, as it is kept in the browser: nothing is lost when the page is reloaded. */
export interface CaptureDraft extends Pick<CaptureState, 'done' | 'skipped'> {
  readonly version: 1;
  readonly photos: readonly CapturedPhoto[];
}

/** Drafts of this browser. Those of a page with another version of this shape are left alone. */
export function captureDrafts(): KeptRecords<CaptureDraft> {
  return keptRecords('captures', (value) => (isDraft(value) ? value : null));
}

/** Written by this page alone: the version says all. */
function isDraft(value: unknown): value is CaptureDraft {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}
