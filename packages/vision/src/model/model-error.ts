export type ModelErrorCode =
  | 'model-file-missing'
  | 'model-manifest-invalid'
  | 'model-size-differs'
  | 'model-checksum-differs'
  | 'model-unreadable'
  | 'model-interface-differs'
  | 'model-golden-differs';

/** A model that must not be used: a refusal to start, never a reason to carry on with other numbers. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  /** Folder name of the model, e.g. "face-embedder". */
  readonly model: string;
  /** What differs, without the model's name. */
  readonly detail: string;

  constructor(code: ModelErrorCode, model: string, detail: string) {
    super(`Model "${model}" is refused (${code}): ${detail}`);
    this.name = 'ModelError';
    this.code = code;
    this.model = model;
    this.detail = detail;
  }
}
