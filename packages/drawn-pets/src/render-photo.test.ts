import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawDemoScene } from './demo-scene.ts';
import { renderDemoPhoto, renderPhoto } from './render-photo.ts';

/** Mean brightness and mean step between neighbouring pixels of a photo. */
async function measure(bytes: Uint8Array): Promise<{ brightness: number; detail: number }> {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  let [sum, steps] = [0, 0];
  for (let index = 1; index < data.length; index++) {
    sum += data[index] ?? 0;
    if (index % info.width !== 0) steps += Math.abs((data[index] ?? 0) - (data[index - 1] ?? 0));
  }
  return { brightness: sum / data.length, detail: steps / data.length };
}

describe('a rendered photo', () => {
  it('has the same bytes for the same scene', async () => {
    const once = await renderDemoPhoto('candid', 7, { size: 128 });
    const again = await renderDemoPhoto('candid', 7, { size: 128 });
    expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('comes as %s in the size of its scene', async (format) => {
    const bytes = await renderPhoto(drawDemoScene('portrait', 2, { size: 96 }), { format, quality: 80 });
    const { width, height, format: found } = await sharp(bytes).metadata();
    expect([width, height, found]).toEqual([96, 96, format]);
  });

  it('is softer when blurred and darker when dark', async () => {
    const portrait = await measure((await renderDemoPhoto('portrait', 3, { size: 192 })).bytes);
    const blurred = await measure((await renderDemoPhoto('blurred', 3, { size: 192 })).bytes);
    const dark = await measure((await renderDemoPhoto('dark', 3, { size: 192 })).bytes);
    expect(blurred.detail).toBeLessThan(portrait.detail * 0.7);
    expect(dark.brightness).toBeLessThan(portrait.brightness * 0.5);
  });
});
