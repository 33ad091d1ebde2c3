export { type PhotoFormat, renderDemoPhoto, renderPhoto } from './render-photo.ts';
