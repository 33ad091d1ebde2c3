import type { TenantId } from '../accounts/index.ts';
import type { AuthorKind, FieldFault, KnownDuplicate } from '../pets/index.ts';
import type { PhotoProblem } from '../recognition/index.ts';

/** `waiting`: no row was looked at yet. `cancelled`: what was made until then stays. */
export type ImportState = 'waiting' | 'running' | 'finished' | 'cancelled';

/** A file of many pets that somebody handed in. */
export interface ImportRecord {
  readonly id: string;
  /** Who owns what it makes. */
  readonly tenant: TenantId;
  /** In whose name rows are done; null: forgotten meanwhile, and nothing more is done. */
  readonly author: { readonly kind: AuthorKind; readonly user: string } | null;
  readonly fileName: string;
  /** Everything is looked at as if it were imported, and nothing is kept. */
  readonly isDryRun: boolean;
  readonly state: ImportState;
  /** Rows of the file. */
  readonly rows: number;
  /** How many rows ended how, so far. */
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  readonly createdAt: Date;
  /** Null: neither finished nor cancelled. */
  readonly finishedAt: Date | null;
}

export const IMPORT_OUTCOMES = ['created', 'duplicate', 'error'] as const;
/** `created`: in a dry run, would be. `duplicate`: may be registered already; nothing was stored. `error`: something has to be put right. */
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** What became of one row. */
export interface ImportResult {
  /** Line in the order of the file, from 1, without the line of names. */
  readonly row: number;
  /** What the file calls the row, to find it again in the system that it comes from; "" without. */
  readonly reference: string;
  readonly name: string;
  readonly outcome: ImportOutcome;
  /** The pet that was made, or the pet of the tenant that is there already; null otherwise. */
  readonly petId: string | null;
  /** What happened and what to do, in English: the messages of the reasons, one after the other. */
  readonly detail: string;
  readonly reasons: readonly ImportReason[];
}

export const PHOTO_FILE_FAULTS = ['no-such-file', 'no-zip', 'has-password', 'too-large', 'damaged'] as const;
/** Why a photo that a row names could not be read from the zip. */
export type PhotoFileFault = (typeof PHOTO_FILE_FAULTS)[number];

/**
 * Why a row ended as it did. `photo`, for a pet that was made: one that was left out. `duplicate`: `pet` null when it is somebody else's.
 * `same-in-file`: in a dry run, of an earlier row, from which nothing was made.
 */
export type ImportReason = { readonly message: string } & (
  | ({ readonly kind: 'field' } & Omit<FieldFault, 'message'>)
  | { readonly kind: 'photo'; readonly problem: PhotoProblem }
  | { readonly kind: 'photo-file'; readonly photo: string; readonly fault: PhotoFileFault }
  | { readonly kind: 'photos-too-large' }
  | { readonly kind: 'duplicate'; readonly why: KnownDuplicate['why']; readonly pet: { readonly id: string; readonly name: string } | null }
  | { readonly kind: 'same-in-file'; readonly why: 'same-file' | 'same-microchip'; readonly row: number }
  | { readonly kind: 'given-up' }
  | { readonly kind: 'other' }
);

/** Where the files of an import lie in the photo store until the import is over: what was handed in, and photos that came beside it. */
export function importFiles(id: string): { readonly list: string; readonly photos: string } {
  return { list: `${UPLOADS}${id}.bin`, photos: `${UPLOADS}${id}-photos.bin` };
}

/** How the keys of such files begin. */
export const UPLOADS = 'uploads/';
