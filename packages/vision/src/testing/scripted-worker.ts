import { parentPort, workerData } from 'node:worker_threads';

/** A worker whose jobs say what it does: for tests of the pool around it. */
export type ScriptedJob =
  | { readonly kind: 'echo'; readonly value: string }
  | { readonly kind: 'wait'; readonly gate: Int32Array<SharedArrayBuffer> }
  | { readonly kind: 'fail' }
  | { readonly kind: 'throw' }
  | { readonly kind: 'exit' };

/** `refuse`: the worker does not start. `starts`: how many workers have started so far, counted in shared memory. */
export interface ScriptedWorkerData {
  readonly refuse: boolean;
  readonly starts: Int32Array<SharedArrayBuffer>;
}

type Order = { readonly kind: 'job'; readonly job: ScriptedJob } | { readonly kind: 'close' };

const { refuse, starts } = workerData as ScriptedWorkerData;
Atomics.add(starts, 0, 1);
parentPort?.on('message', (order: Order) => {
  if (order.kind === 'close') parentPort?.close();
  else act(order.job);
});
parentPort?.postMessage(
  refuse ? { kind: 'refused', refusal: { kind: 'other', message: 'not today' } } : { kind: 'ready', greeting: 'hello' },
);

function act(job: ScriptedJob): void {
  switch (job.kind) {
    case 'echo':
      parentPort?.postMessage({ kind: 'done', result: job.value });
      return;
    case 'wait':
      Atomics.wait(job.gate, 0, 0);
      parentPort?.postMessage({ kind: 'done', result: 'waited' });
      return;
    case 'fail':
      parentPort?.postMessage({ kind: 'failed', code: 'analysis-failed', message: 'the job failed' });
      return;
    case 'throw':
      throw new Error('a bug in the worker');
    case 'exit':
      process.exit(3);
  }
}
