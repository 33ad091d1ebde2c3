import { parentPort, workerData } from 'node:worker_threads';
import type { MarksModel, MarksResult } from '@snout/core/matching';
import { findMarks, type MarksRuntime } from '../marks/find-marks.ts';
import { loadMarks, marksModel, marksRuntime } from '../model/load-marks.ts';
import { VisionError } from '../pipeline/vision-error.ts';
import { decodePhoto, prepareDecoder } from './decode-photo.ts';
import type { MarksJob, MarksWorkerData } from './marks-job.ts';
import { modelFolder } from './model-folder.ts';
import { createOnnxSession } from './onnx-session.ts';
import type { WorkerOrder, WorkerReport } from './worker-messages.ts';
import { toWorkerRefusal } from './worker-refusal.ts';

/** The thread in which photos are decoded and marks found: everything here may block. */
const report = (message: WorkerReport<MarksModel, MarksResult>) => parentPort?.postMessage(message);

async function serve({ modelsDir, threads, checkGolden }: MarksWorkerData): Promise<void> {
  prepareDecoder();
  const model = await loadMarks({
    files: modelFolder(modelsDir),
    createSession: (weights) => createOnnxSession(weights, { threads }),
    checkGolden,
  });
  const runtime = marksRuntime(model);
  parentPort?.on('message', (order: WorkerOrder<MarksJob>) => {
    if (order.kind === 'close') void model.session.release().then(() => parentPort?.close());
    else void answer(order.job, runtime);
  });
  report({ kind: 'ready', greeting: marksModel(model.manifest) });
}

async function answer({ bytes, region, withPicture }: MarksJob, runtime: MarksRuntime): Promise<void> {
  try {
    const decoded = await decodePhoto(bytes);
    if (decoded.kind === 'rejected') return report({ kind: 'done', result: decoded });
    const { marks, picture } = await findMarks(decoded.photo, region, runtime);
    report({ kind: 'done', result: { kind: 'found', marks, picture: withPicture ? picture : null } });
  } catch (error) {
    const code = error instanceof VisionError ? error.code : 'analysis-failed';
    report({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  }
}

serve(workerData as MarksWorkerData).catch((error: unknown) => report({ kind: 'refused', refusal: toWorkerRefusal(error) }));
