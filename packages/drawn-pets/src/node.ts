export { type PhotoFormat, renderPhoto } from './render-photo.ts';
