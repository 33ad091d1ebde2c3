export type VisionErrorCode = 'box-outside-photo' | 'queue-full' | 'worker-crashed' | 'recogniser-closed' | 'analysis-failed';

/** A call that could not be served, for another reason than the photo: photos that cannot be used are an AnalysisResult. */
export class VisionError extends Error {
  readonly code: VisionErrorCode;

  constructor(code: VisionErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VisionError';
    this.code = code;
  }
}
