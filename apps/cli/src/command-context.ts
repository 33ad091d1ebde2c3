import type { DatabaseSnapshot } from '@snout/core/backup';
import type { LookDeps, MarksCalibrations } from '@snout/core/matching';
import type { Calibration, PhotoStore, Recogniser, RecognitionDeps } from '@snout/core/recognition';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly data: string;
  readonly models: string;
  readonly json?: boolean;
  /** Whose pets; absent: those of all tenants. */
  readonly tenant?: string;
  /** Threads that run the models; absent: chosen by the recogniser. */
  readonly workers?: number;
}

/** The models without the gallery. Analysis rejects when the command is stopped. */
export interface OpenRecogniser extends AsyncDisposable {
  readonly recogniser: Recogniser;
  /** Photos that are analysed at the same time. */
  readonly workers: number;
}

/** The models that compare two photos: those of recognition and the one that finds marks. */
export interface OpenComparer extends AsyncDisposable {
  readonly deps: LookDeps;
  /** Photos that are looked at at the same time. */
  readonly workers: number;
}

/** Models, gallery and photo store. */
export interface OpenEngine extends AsyncDisposable {
  readonly deps: RecognitionDeps;
}

/** Database and photos as a whole. */
export interface OpenStorage extends AsyncDisposable {
  readonly photos: PhotoStore;
  /** Migrations that opening has applied. */
  readonly migrated: readonly string[];
  snapshot<T>(work: (snapshot: DatabaseSnapshot) => Promise<T>): Promise<T>;
}

/** A place for database and photos that may hold nothing yet. */
export interface EmptyStorage {
  readonly photos: PhotoStore;
  /** The photos lie in a bucket, not in the data folder. */
  readonly isObjectStorage: boolean;
  /** Rejects when there is a database already. `load` looks again. */
  assertEmpty(): Promise<void>;
  /** Fills the database wholly or not at all. */
  load(snapshot: DatabaseSnapshot): Promise<void>;
}

/** Everything a command stands on. compose.ts makes the real one. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Lets Ctrl-C end the process at once from here on: before long calculations that write nothing. */
  readonly stopAtOnce: () => void;
  readonly now: () => Date;
  /** Of Snout. */
  readonly version: string;
  openRecogniser(options: CommonOptions): Promise<OpenRecogniser>;
  openComparer(options: CommonOptions): Promise<OpenComparer>;
  openEngine(options: CommonOptions): Promise<OpenEngine>;
  /** The gallery alone: no models are loaded. */
  openGallery(options: CommonOptions): Promise<AsyncDisposable & { readonly deps: Pick<RecognitionDeps, 'gallery' | 'photos'> }>;
  openStorage(options: CommonOptions): Promise<OpenStorage>;
  /** `databaseUrl`: instead of where the service keeps its database. */
  openEmptyStorage(options: CommonOptions, databaseUrl?: string): Promise<EmptyStorage>;
  /** The photos of the data folder, whatever else is set. */
  openPhotoFolder(options: CommonOptions): Promise<PhotoStore>;
  saveCalibration(modelsFolder: string, calibration: Calibration): Promise<void>;
  /** `model`: id of the network that finds marks. */
  saveMarksCalibration(modelsFolder: string, model: string, calibration: MarksCalibrations): Promise<void>;
}

/** Hands a command's exit code back; a command's action calls it once, at its end. */
export type Finish = (code: ExitCode) => void;
