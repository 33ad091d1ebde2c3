export { ModelError, type ModelErrorCode } from '../model/model-error.ts';
export { VisionError, type VisionErrorCode } from '../pipeline/vision-error.ts';
export { createNodeMarkFinder, type NodeMarkFinder, type NodeMarkFinderOptions } from './node-mark-finder.ts';
export { createNodeRecogniser, type NodeAnalyseOptions, type NodeRecogniser, type NodeRecogniserOptions } from './node-recogniser.ts';
export { saveCalibration, saveMarksCalibration } from './save-calibration.ts';
