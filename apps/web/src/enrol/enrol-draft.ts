import type { AnalysisDto, BoxDto, SpeciesDto } from '@snout/contract';
import type { PhotoToSend } from '../api/snout-api.ts';
import { newKey } from '../upload/new-key.ts';

/** A photo with nothing known of it yet. */
export type NewPhoto = Pick<DraftPhoto, 'id' | 'file' | 'drawn' | 'view'>;

/** What Snout saw in a chosen photo. */
export type SeenPhoto = AnalysisDto['photos'][number];

/** A photo chosen for enrolment. */
export interface DraftPhoto {
  readonly id: number;
  readonly file: File;
  /** The head as a person drew it, in pixels of the upright photo; null: nobody did. */
  readonly drawn: BoxDto | null;
  /** A close-up; absent: the face. */
  readonly view?: 'nose';
  /** Null while Snout looks at it, or when it could not be asked. */
  readonly seen: SeenPhoto | null;
  /** Index of the head a person chose; null when there was nothing to choose. */
  readonly chosen: number | null;
}

export interface Draft {
  readonly name: string;
  /** Null: what the photos show. */
  readonly species: SpeciesDto | null;
  readonly photos: readonly DraftPhoto[];
  readonly idempotencyKey: string;
}

export type DraftChange =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'species'; readonly species: SpeciesDto | null }
  | { readonly kind: 'photos-added'; readonly photos: readonly NewPhoto[] }
  | { readonly kind: 'photos-seen'; readonly seen: ReadonlyMap<number, SeenPhoto> }
  | { readonly kind: 'photo-removed'; readonly id: number }
  | { readonly kind: 'head-chosen'; readonly id: number; readonly index: number }
  | { readonly kind: 'restored'; readonly draft: Draft }
  | { readonly kind: 'emptied' };

export function emptyDraft(): Draft {
  return { name: '', species: null, photos: [], idempotencyKey: newKey() };
}

/** The draft after a change. Another content is another request, so it gets another key. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  if (change.kind === 'emptied') return emptyDraft();
  if (change.kind === 'restored') return change.draft;
  if (change.kind === 'photos-seen') return { ...draft, photos: draft.photos.map((photo) => withSeen(photo, change.seen)) };
  return { ...draft, ...changedPart(draft, change), idempotencyKey: newKey() };
}

/** Photos as they are sent: with the box of the head that was drawn or chosen. */
export function photosToSend(photos: readonly DraftPhoto[]): PhotoToSend[] {
  return photos.map(({ file, drawn, seen, chosen, view }) => {
    const head = seen?.kind === 'analysed' && chosen !== null ? seen.heads[chosen] : undefined;
    return { file, box: drawn ?? head?.box ?? null, ...(view ? { view } : {}) };
  });
}

function changedPart(draft: Draft, change: Exclude<DraftChange, { kind: 'emptied' | 'photos-seen' | 'restored' }>): Partial<Draft> {
  switch (change.kind) {
    case 'name':
      return { name: change.name };
    case 'species':
      return { species: change.species };
    case 'photos-added':
      return { photos: [...draft.photos, ...change.photos.map((photo) => ({ ...photo, seen: null, chosen: null }))] };
    case 'photo-removed':
      return { photos: draft.photos.filter(({ id }) => id !== change.id) };
    case 'head-chosen':
      return { photos: draft.photos.map((photo) => (photo.id === change.id ? { ...photo, chosen: change.index } : photo)) };
  }
}

function withSeen(photo: DraftPhoto, seen: ReadonlyMap<number, SeenPhoto>): DraftPhoto {
  return { ...photo, seen: seen.get(photo.id) ?? photo.seen };
}
