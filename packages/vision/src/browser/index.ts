export { ModelError, type ModelErrorCode } from '../model/model-error.ts';
export { VisionError, type VisionErrorCode } from '../pipeline/vision-error.ts';
export { type BrowserRecogniser, type BrowserRecogniserOptions, createBrowserRecogniser, type PageImage } from './browser-recogniser.ts';
