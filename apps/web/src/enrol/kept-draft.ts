import { type KeptRecords, keptRecords } from '../upload/kept-records.ts';
import type { Draft, DraftPhoto } from './enrol-draft.ts';

/** A draft as it is kept in the browser: what Snout saw in the photos is asked for again. */
export interface KeptDraft extends Pick<Draft, 'name' | 'species' | 'idempotencyKey'> {
  readonly version: 1;
  readonly photos: readonly Pick<DraftPhoto, 'file' | 'drawn' | 'view'>[];
}

/** There is one draft in a browser. */
export const DRAFT_KEY = 'new-pet';

/** Drafts of this browser; those of another version of the page are left alone. */
export function keptDrafts(): KeptRecords<KeptDraft> {
  return keptRecords('enrolments', (value) => (isKeptDraft(value) ? value : null));
}

export function keepDraft({ name, species, idempotencyKey, photos }: Draft): KeptDraft {
  return {
    version: 1,
    name,
    species,
    idempotencyKey,
    photos: photos.map(({ file, drawn, view }) => ({ file, drawn, ...(view ? { view } : {}) })),
  };
}

/** Written by this page alone: the version says all. */
function isKeptDraft(value: unknown): value is KeptDraft {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}
