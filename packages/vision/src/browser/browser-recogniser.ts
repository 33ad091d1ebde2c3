import type { AnalyseOptions, AnalysisResult, PhotoAnalysis, Recogniser } from '@snout/core/recognition';
import { type LoadedModels, loadModels } from '../model/load-models.ts';
import { pipelineFromModels, recogniserModels } from '../model/pipeline-from-models.ts';
import { analysePhoto } from '../pipeline/analyse-photo.ts';
import { type FoundHead, findHeads } from '../pipeline/find-heads.ts';
import { decodePhoto, photoFromImage } from './decode-photo.ts';
import { modelServer } from './model-server.ts';
import { prepareOnnxWeb } from './onnx-web-session.ts';

export interface BrowserRecogniserOptions {
  /** URL of the folder that holds head-detector/, face-embedder/ and head-quality/. */
  readonly modelBaseUrl: string;
  /** URL of the folder with onnxruntime-web's ort-wasm-simd-threaded.mjs and .wasm. */
  readonly wasmBaseUrl: string;
  /** Default 1: more needs a cross-origin isolated page. */
  readonly threads?: number;
  /** Run the golden vectors at start (default): costs some runs of each network. Checksums are always checked. */
  readonly checkGolden?: boolean;
}

/** The picture a page shows: nothing is encoded or decoded. */
export type PageImage = ImageBitmap | OffscreenCanvas | HTMLCanvasElement;

export interface BrowserRecogniser extends Recogniser {
  /** As `analyse`, for a camera's frame. */
  analyseImage(image: PageImage, options?: AnalyseOptions): Promise<PhotoAnalysis>;
  /** Only heads, for a live picture; in pixels of the image, which should have at most 1,600 px on its longer side. */
  detect(image: PageImage): Promise<readonly FoundHead[]>;
}

/**
 * The recogniser in a browser (a page or, better, a worker: a run blocks its thread). The same pipeline as on Node; calls wait for
 * each other. Rejects with ModelError when a model is not what its manifest says.
 */
export async function createBrowserRecogniser(options: BrowserRecogniserOptions): Promise<BrowserRecogniser> {
  const models = await loadModels({
    files: modelServer(options.modelBaseUrl),
    createSession: prepareOnnxWeb({ wasmBaseUrl: options.wasmBaseUrl, threads: options.threads ?? 1 }),
    checkGolden: options.checkGolden ?? true,
  });
  const runtime = pipelineFromModels(models);
  const inTurn = makeTurns();
  return {
    models: recogniserModels(models),
    analyse: (bytes, analyseOptions) =>
      inTurn(async (): Promise<AnalysisResult> => {
        const decoded = await decodePhoto(bytes);
        if (decoded.kind === 'rejected') return decoded;
        return { kind: 'analysed', photo: await analysePhoto(decoded.photo, runtime, analyseOptions) };
      }),
    analyseImage: (image, analyseOptions) => inTurn(() => analysePhoto(photoFromImage(image), runtime, analyseOptions)),
    detect: (image) => inTurn(() => findHeads(photoFromImage(image).pixels, runtime.detector)),
    close: () => inTurn(() => release(models)),
  };
}

async function release({ detector, embedder, quality }: LoadedModels): Promise<void> {
  for (const { session } of [detector, embedder, quality]) await session.release();
}

/** One call after the other: a session must not run twice at once. */
function makeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
