import sharp, { type Sharp } from 'sharp';
import { type DemoOptions, type DemoPhoto, drawDemoScene } from './demo-scene.ts';
import { develop, type Pixels } from './film.ts';
import type { Frame } from './frame.ts';
import type { Scene, ScenePet } from './scene.ts';

export interface PhotoFormat {
  readonly format: 'jpeg' | 'png' | 'webp';
  /** 1 to 100; png has none. */
  readonly quality?: number;
}

/** A part of a scene in whole pixels. */
export interface ScenePart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Draws a scene, or a part of it, and exposes it on its film. */
export async function renderPixels(scene: Scene, part: ScenePart = { left: 0, top: 0, ...sizeOf(scene) }): Promise<Pixels> {
  const drawing = sharp(Buffer.from(scene.svg), { unlimited: true }).flatten({ background: '#808080' }).removeAlpha();
  const rgb = new Uint8Array(await drawing.extract(part).raw().toBuffer());
  return develop({ ...sizeOf(part), rgb }, scene.film);
}

/** Turns a scene into the bytes of a photo: draws it, exposes it on its film, encodes it. */
export async function renderPhoto(scene: Scene, format: PhotoFormat): Promise<Uint8Array> {
  return encodePixels(await renderPixels(scene), format);
}

/** The bytes of a photo that has been exposed already. */
export function encodePixels({ rgb, ...size }: Pixels, format: PhotoFormat): Promise<Uint8Array> {
  return encode(sharp(rgb, { raw: { ...sizeOf(size), channels: 3 } }), format);
}

/** One byte a pixel, row by row, as a grey picture without loss. */
export function encodeGrey(grey: Uint8Array, size: Frame): Promise<Uint8Array> {
  return encode(sharp(grey, { raw: { ...sizeOf(size), channels: 1 } }), { format: 'png' });
}

async function encode(image: Sharp, { format, quality = 88 }: PhotoFormat): Promise<Uint8Array> {
  return new Uint8Array(await (format === 'png' ? image.png() : image[format]({ quality })).toBuffer());
}

/** A named photo of one animal as JPEG, with where its head is. */
export async function renderDemoPhoto(
  photo: DemoPhoto,
  pet: ScenePet,
  options: DemoOptions = {},
): Promise<{ bytes: Uint8Array; scene: Scene }> {
  const scene = drawDemoScene(photo, pet, options);
  return { scene, bytes: await renderPhoto(scene, { format: 'jpeg' }) };
}

function sizeOf({ width, height }: Frame): Frame {
  return { width, height };
}
