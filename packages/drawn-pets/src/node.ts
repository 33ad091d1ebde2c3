export { encodePixels, type PhotoFormat, renderDemoPhoto, renderPhoto } from './render-photo.ts';
export { type TurningVideo, writeTurningVideo } from './turning-video.ts';
