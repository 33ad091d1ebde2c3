import { ModelError, type ModelErrorCode } from '../model/model-error.ts';

/** Why a worker does not start, in a form that survives the way between threads (errors lose their fields on it). */
export type WorkerRefusal =
  | { readonly kind: 'model'; readonly code: ModelErrorCode; readonly model: string; readonly detail: string }
  | { readonly kind: 'other'; readonly message: string };

export function toWorkerRefusal(error: unknown): WorkerRefusal {
  if (error instanceof ModelError) return { kind: 'model', code: error.code, model: error.model, detail: error.detail };
  return { kind: 'other', message: error instanceof Error ? error.message : String(error) };
}

export function fromWorkerRefusal(refusal: WorkerRefusal): Error {
  return refusal.kind === 'model' ? new ModelError(refusal.code, refusal.model, refusal.detail) : new Error(refusal.message);
}
