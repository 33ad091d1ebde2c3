import { parentPort, workerData } from 'node:worker_threads';
import type { AnalysisResult, RecogniserModels } from '@snout/core/recognition';
import { type LoadedModels, loadModels } from '../model/load-models.ts';
import { pipelineFromModels, recogniserModels } from '../model/pipeline-from-models.ts';
import { analysePhoto } from '../pipeline/analyse-photo.ts';
import type { PipelineRuntime } from '../pipeline/pipeline-runtime.ts';
import { VisionError } from '../pipeline/vision-error.ts';
import type { AnalyseJob, AnalyseWorkerData } from './analyse-job.ts';
import { decodePhoto, prepareDecoder } from './decode-photo.ts';
import { modelFolder } from './model-folder.ts';
import { createOnnxSession } from './onnx-session.ts';
import type { WorkerOrder, WorkerReport } from './worker-messages.ts';
import { toWorkerRefusal } from './worker-refusal.ts';

/** The thread in which photos are decoded and analysed: everything here may block. */
const report = (message: WorkerReport<RecogniserModels, AnalysisResult>) => parentPort?.postMessage(message);

async function serve({ modelsDir, threads, checkGolden }: AnalyseWorkerData): Promise<void> {
  prepareDecoder();
  const models = await loadModels({
    files: modelFolder(modelsDir),
    createSession: (weights) => createOnnxSession(weights, { threads }),
    checkGolden,
  });
  const runtime = pipelineFromModels(models);
  parentPort?.on('message', (order: WorkerOrder<AnalyseJob>) => {
    if (order.kind === 'close') void close(models);
    else void answer(order.job, runtime);
  });
  report({ kind: 'ready', greeting: recogniserModels(models) });
}

async function answer({ bytes, options }: AnalyseJob, runtime: PipelineRuntime): Promise<void> {
  try {
    const decoded = await decodePhoto(bytes);
    if (decoded.kind === 'rejected') report({ kind: 'done', result: decoded });
    else report({ kind: 'done', result: { kind: 'analysed', photo: await analysePhoto(decoded.photo, runtime, options) } });
  } catch (error) {
    const code = error instanceof VisionError ? error.code : 'analysis-failed';
    report({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  }
}

async function close(models: LoadedModels): Promise<void> {
  for (const { session } of [models.detector, models.embedder, models.quality]) await session.release();
  parentPort?.close();
}

serve(workerData as AnalyseWorkerData).catch((error: unknown) => report({ kind: 'refused', refusal: toWorkerRefusal(error) }));
