import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Calibration, RecognitionDeps } from '@snout/core/recognition';
import {
  createCountingIds,
  createFakeMarkFinder,
  createFakeRecogniser,
  createFixedClock,
  createInMemoryGallery,
  createInMemoryPhotoStore,
} from '@snout/core/testing';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { runCommandLine } from '../program.ts';

/** What a command line did. */
export interface Outcome {
  readonly code: ExitCode;
  /** Lines of data. */
  readonly out: readonly string[];
  /** Lines for people. */
  readonly notes: readonly string[];
}

/** The command line on an in-memory gallery and a recogniser that reads fake photos. */
export interface FakeCli extends AsyncDisposable {
  /** A folder of its own. */
  readonly folder: string;
  readonly deps: RecognitionDeps;
  /** Calibrations that were written into the models. */
  readonly saved: Calibration[];
  readonly stop: AbortController;
  run(...args: string[]): Promise<Outcome>;
}

export async function createFakeCli(): Promise<FakeCli> {
  const folder = await mkdtemp(join(tmpdir(), 'snout-cli-'));
  const clock = createFixedClock();
  const deps: RecognitionDeps = {
    gallery: createInMemoryGallery(),
    photos: createInMemoryPhotoStore(clock),
    recogniser: createFakeRecogniser(),
    markFinder: null,
    clock,
    ids: createCountingIds(),
  };
  const saved: Calibration[] = [];
  const stop = new AbortController();
  return {
    folder,
    deps,
    saved,
    stop,
    async run(...args) {
      const out: string[] = [];
      const notes: string[] = [];
      const context: CommandContext = {
        terminal: {
          watched: false,
          print: async (text) => void out.push(text),
          note: (text) => void notes.push(text),
          status() {},
        },
        signal: stop.signal,
        stopAtOnce() {},
        now: () => clock.now(),
        version: '0.0.0',
        openRecogniser: async () => ({ recogniser: deps.recogniser, workers: 2, async [Symbol.asyncDispose]() {} }),
        openComparer: async () => ({
          deps: { recogniser: deps.recogniser, markFinder: createFakeMarkFinder() },
          workers: 2,
          async [Symbol.asyncDispose]() {},
        }),
        openEngine: async () => ({ deps, async [Symbol.asyncDispose]() {} }),
        openGallery: async () => ({ deps, async [Symbol.asyncDispose]() {} }),
        openStorage: () => Promise.reject(new Error('There is no database behind this command line.')),
        openEmptyStorage: () => Promise.reject(new Error('There is no database behind this command line.')),
        openPhotoFolder: async () => deps.photos,
        saveCalibration: async (_folder, calibration) => void saved.push(calibration),
        saveMarksCalibration: () => Promise.reject(new Error('There are no models that compare behind this command line.')),
      };
      const code = await runCommandLine(args, context, { data: join(folder, 'data'), models: join(folder, 'models') });
      return { code, out, notes };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
