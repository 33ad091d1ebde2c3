import { parentPort, workerData } from 'node:worker_threads';
import type { MarksModel, MarksResult } from '@snout/core/matching';
import { findMarks, type MarksRuntime } from '../marks/find-marks.ts';
import { loadMarks, marksModel, marksRuntime } from '../model/load-marks.ts';
import { loadNose, noseRuntime } from '../model/load-nose.ts';
import type { NoseRuntime } from '../nose/find-nose.ts';
import { placeOfNose } from '../nose/place-of-nose.ts';
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
  const nose = await loadNose({
    files: modelFolder(modelsDir),
    createSession: (weights) => createOnnxSession(weights, { threads }),
    checkGolden,
  });
  const runtimes = { marks: marksRuntime(model), nose: noseRuntime(nose) };
  parentPort?.on('message', (order: WorkerOrder<MarksJob>) => {
    if (order.kind === 'close') void Promise.all([model.session.release(), nose.session.release()]).then(() => parentPort?.close());
    else void answer(order.job, runtimes);
  });
  report({ kind: 'ready', greeting: marksModel(model.manifest, nose.manifest.id) });
}

interface Runtimes {
  readonly marks: MarksRuntime;
  readonly nose: NoseRuntime;
}

async function answer({ bytes, region, withPicture }: MarksJob, runtimes: Runtimes): Promise<void> {
  try {
    const decoded = await decodePhoto(bytes);
    if (decoded.kind === 'rejected') return report({ kind: 'done', result: decoded });
    const place = region.kind === 'nose' ? await placeOfNose(decoded.photo, region.near, runtimes.nose) : { region, nose: null };
    if (place === null) return report({ kind: 'done', result: { kind: 'no-nose' } });
    const { marks, picture } = await findMarks(decoded.photo, place.region, runtimes.marks);
    report({ kind: 'done', result: { kind: 'found', marks, picture: withPicture ? picture : null, nose: place.nose } });
  } catch (error) {
    const code = error instanceof VisionError ? error.code : 'analysis-failed';
    report({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  }
}

serve(workerData as MarksWorkerData).catch((error: unknown) => report({ kind: 'refused', refusal: toWorkerRefusal(error) }));
