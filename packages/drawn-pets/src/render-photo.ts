import sharp from 'sharp';
import { type DemoOptions, type DemoPhoto, drawDemoScene } from './demo-scene.ts';
import { develop } from './film.ts';
import type { Scene, ScenePet } from './scene.ts';

export interface PhotoFormat {
  readonly format: 'jpeg' | 'png' | 'webp';
  /** 1 to 100; png has none. */
  readonly quality?: number;
}

/** Turns a scene into the bytes of a photo: draws it, exposes it on its film, encodes it. */
export async function renderPhoto(scene: Scene, { format, quality = 88 }: PhotoFormat): Promise<Uint8Array> {
  const { width, height } = scene;
  const drawn = await sharp(Buffer.from(scene.svg), { unlimited: true }).flatten({ background: '#808080' }).removeAlpha().raw().toBuffer();
  const photo = develop({ width, height, rgb: new Uint8Array(drawn) }, scene.film);
  const image = sharp(photo.rgb, { raw: { width, height, channels: 3 } });
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
