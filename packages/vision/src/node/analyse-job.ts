import type { AnalyseOptions } from '@snout/core/recognition';

export interface AnalyseJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly options: AnalyseOptions;
}

/** What an analyse-worker is started with. */
export interface AnalyseWorkerData {
  /** Folder that holds the model folders. */
  readonly modelsDir: string;
  /** Threads of one network run inside this worker. */
  readonly threads: number;
  readonly checkGolden: boolean;
}
