import type { FieldFault, RegisterPet } from '../pets/index.ts';
import type { PhotoFileFault } from './import-record.ts';

/** A row of a file: a pet to make, or what is wrong with the row. */
export type ImportRow = {
  /** From 1, without the line of names. */
  readonly number: number;
  readonly reference: string;
  readonly name: string;
} & (
  | {
      readonly kind: 'pet';
      readonly pet: Omit<RegisterPet, 'photos'>;
      /** Files beside the row, by the name that the row gives them. */
      readonly photoFiles: readonly string[];
      readonly photoUrls: readonly string[];
    }
  | { readonly kind: 'invalid'; readonly faults: readonly FieldFault[] }
);

/** A photo in an opened file. `message` says what is wrong and what to do. */
export type ImportedFile =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly fault: PhotoFileFault; readonly message: string };

/** A file that was opened: its rows, and the photos beside them, each read when it is asked for. */
export interface OpenedImport {
  readonly rows: readonly ImportRow[];
  photo(name: string): Promise<ImportedFile>;
  /** The same for files of the same content, without reading them; null: not known. */
  photoMark(name: string): string | null;
  close(): void;
}

/** What somebody hands in: a list of pets, alone or packed with its photos; `photos`: a zip of them beside a list. */
export interface ImportFiles {
  readonly list: Uint8Array;
  readonly photos: Uint8Array | null;
}

/** Reads the files that imports are made of. The service's own, since it knows the formats of its API. */
export interface ImportSource {
  /** @throws ImportError `import-unreadable` for what is no import at all; a wrong row is only that row's fault. */
  open(files: ImportFiles): Promise<OpenedImport>;
}
