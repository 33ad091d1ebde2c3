import type { LiveAnswer, LiveFrame, LiveLook, LiveRequest } from './live-look.ts';

export interface LiveSightOptions {
  /** URL of the published models: see publishedModels. */
  readonly modelsUrl: string;
  /** Longer side of the detector's input in pixels, a multiple of 32; default 224. */
  readonly longerSide?: number;
}

/** The head detector, the quality model and the finder of noses in a worker of their own. */
export interface LiveSight {
  /** Resolves once the models are loaded; rejects when they cannot be. */
  readonly ready: Promise<void>;
  /**
   * Looks at one frame (its bitmap is taken over) and resolves with what is seen. For one frame at a time: who has a newer frame
   * while this one is looked at drops it, so that hints never lag behind the picture.
   */
  look(frame: LiveFrame): Promise<LiveLook>;
  /** Ends the worker; looks under way never resolve. */
  close(): void;
}

/** Longer side of the copy of a frame that is worth sending: the quality model looks at crops of 160 px. */
export const LIVE_FRAME_SIDE = 480;
/** The same where a nose is looked for: whether the beads of its leather are in focus is lost in a smaller one. */
export const LIVE_NOSE_SIDE = 960;
const DEFAULT_SIDE = 224;
/** More than two take the processor from the picture itself. */
const MAX_THREADS = 2;

/** Starts loading at once; nothing of the runtime is in the page until then. */
export function startLiveSight({ modelsUrl, longerSide = DEFAULT_SIDE }: LiveSightOptions): LiveSight {
  const worker = new Worker(new URL('./live-worker.ts', import.meta.url), { type: 'module', name: 'live sight' });
  const waiting: { readonly resolve: (answer: LiveAnswer) => void; readonly reject: (error: Error) => void }[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<LiveAnswer>) => waiting.shift()?.resolve(data));
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(event.message || 'The worker could not be started.'));
  });
  const ask = (request: LiveRequest, transfer: Transferable[] = []) =>
    new Promise<LiveAnswer>((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(request, transfer);
    });
  // Threads need shared memory, which only isolated pages have.
  const threads = globalThis.crossOriginIsolated ? Math.min(MAX_THREADS, navigator.hardwareConcurrency) : 1;
  const ready = ask({ kind: 'open', modelsUrl, threads, longerSide }).then((answer) => {
    if (answer.kind === 'failed') throw new Error(answer.message);
  });
  return {
    ready,
    async look(frame) {
      const answer = await ask({ kind: 'frame', ...frame }, [frame.bitmap]);
      if (answer.kind !== 'look') throw new Error(answer.kind === 'failed' ? answer.message : 'The worker answered something else.');
      return answer.look;
    },
    close: () => worker.terminate(),
  };
}
