import type { MarkRegion } from '@snout/core/matching';

export interface MarksJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly region: MarkRegion;
  readonly withPicture: boolean;
}

/** What a marks-worker is started with. */
export interface MarksWorkerData {
  /** Folder that holds the model folders. */
  readonly modelsDir: string;
  /** Threads of one network run inside this worker. */
  readonly threads: number;
  readonly checkGolden: boolean;
}
