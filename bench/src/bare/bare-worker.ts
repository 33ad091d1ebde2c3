import { parentPort, workerData } from 'node:worker_threads';
import { loadBareModels, runBare } from './bare-models.ts';
import type { BareWorkerData } from './bare-workers.ts';
import { decodeBare, prepareBareDecoder } from './decode-bare.ts';

/** Decodes photos and runs the networks on tensors recorded before, and nothing else: what no pipeline can be faster than. */
const { modelsDir, threads, photos }: BareWorkerData = workerData;
prepareBareDecoder();
const models = await loadBareModels(modelsDir, threads);

parentPort?.on('message', async (index: number | null) => {
  if (index === null) {
    parentPort?.close();
    return;
  }
  const photo = photos[index % photos.length];
  const start = performance.now();
  if (photo !== undefined) {
    await decodeBare(photo.bytes);
    for (const run of photo.runs) await runBare(models, run);
  }
  parentPort?.postMessage(performance.now() - start);
});
parentPort?.postMessage(0);
