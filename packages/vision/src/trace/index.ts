export type { Pixels } from '../pipeline/pixels.ts';
export { rephotographScreen, type ScreenShot } from './rephotograph-screen.ts';
export { tracePhoto } from './trace-photo.ts';
