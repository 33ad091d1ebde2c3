import type { Calibration, Recogniser, RecognitionDeps } from '@snout/core/recognition';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly data: string;
  readonly models: string;
  readonly json?: boolean;
  /** Threads that run the models; absent: chosen by the recogniser. */
  readonly workers?: number;
}

/** The models without the gallery. Analysis rejects when the command is stopped. */
export interface OpenRecogniser extends AsyncDisposable {
  readonly recogniser: Recogniser;
  /** Photos that are analysed at the same time. */
  readonly workers: number;
}

/** Models, gallery and photo store. */
export interface OpenEngine extends AsyncDisposable {
  readonly deps: RecognitionDeps;
}

/** Everything a command stands on. compose.ts makes the real one. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Lets Ctrl-C end the process at once from here on: before long calculations that write nothing. */
  readonly stopAtOnce: () => void;
  readonly now: () => Date;
  openRecogniser(options: CommonOptions): Promise<OpenRecogniser>;
  openEngine(options: CommonOptions): Promise<OpenEngine>;
  /** The gallery alone: no models are loaded. */
  openGallery(options: CommonOptions): Promise<AsyncDisposable & { readonly deps: Pick<RecognitionDeps, 'gallery' | 'photos'> }>;
  saveCalibration(modelsFolder: string, calibration: Calibration): Promise<void>;
}

/** Hands a command's exit code back; a command's action calls it once, at its end. */
export type Finish = (code: ExitCode) => void;
