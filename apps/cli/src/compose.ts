import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createFolderPhotoStore } from '@snout/blobs';
import type { Recogniser } from '@snout/core/recognition';
import { createGallery, DatabaseError, openEmbedded } from '@snout/postgres';
import { createNodeRecogniser, ModelError, type NodeRecogniser, saveCalibration } from '@snout/vision/node';
import { EnvironmentError } from './cli-error.ts';
import type { CommandContext, CommonOptions } from './command-context.ts';
import type { StopSignals } from './stop-signals.ts';
import { createTerminal } from './terminal.ts';

/** All photos of one enrolment may wait for a worker at the same time. */
const MAX_QUEUE = 200;

/** The only place that names adapters: real models, the embedded database, photos in a folder, this terminal. */
export function createContext({ signal, release }: StopSignals): CommandContext {
  return {
    terminal: createTerminal(process),
    signal,
    stopAtOnce: release,
    now: () => new Date(),
    async openRecogniser(options) {
      const recogniser = await startModels(options);
      return { recogniser: stoppable(recogniser, signal), workers: recogniser.workers, [Symbol.asyncDispose]: () => recogniser.close() };
    },
    async openEngine(options) {
      const open = await openData(options.data);
      try {
        const recogniser = await startModels(options);
        return {
          deps: {
            ...open.deps,
            recogniser: stoppable(recogniser, signal),
            clock: { now: () => new Date() },
            ids: { next: randomUUID },
          },
          async [Symbol.asyncDispose]() {
            await recogniser.close();
            await open[Symbol.asyncDispose]();
          },
        };
      } catch (error) {
        await open[Symbol.asyncDispose]();
        throw error;
      }
    },
    openGallery: ({ data }) => openData(data),
    saveCalibration,
  };
}

/** The same folders as the server's. */
async function openData(folder: string) {
  try {
    const database = await openEmbedded(join(folder, 'database'));
    const photos = await createFolderPhotoStore(join(folder, 'photos'));
    return { deps: { gallery: createGallery(database), photos }, [Symbol.asyncDispose]: () => database.close() };
  } catch (error) {
    if (error instanceof DatabaseError) throw new EnvironmentError(error.message, { cause: error });
    throw error;
  }
}

async function startModels({ models, workers }: CommonOptions): Promise<NodeRecogniser> {
  try {
    return await createNodeRecogniser({ modelsDir: models, maxQueue: MAX_QUEUE, ...(workers === undefined ? {} : { workers }) });
  } catch (error) {
    if (error instanceof ModelError) throw new EnvironmentError(error.message, { cause: error });
    throw error;
  }
}

/** Every analysis ends when the command is stopped: a use case then throws before it has stored anything. */
function stoppable(recogniser: NodeRecogniser, signal: AbortSignal): Recogniser {
  return {
    models: recogniser.models,
    analyse: (bytes, options) => recogniser.analyse(bytes, { ...options, signal }),
    close: () => recogniser.close(),
  };
}
