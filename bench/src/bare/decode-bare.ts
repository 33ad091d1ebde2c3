import sharp from 'sharp';

/** One thread a photo and no cache of decoded files: each pass decodes. */
export function prepareBareDecoder(): void {
  sharp.cache(false);
  sharp.concurrency(1);
}

/** The least that a photo needs before anything can be recognised: its pixels. */
export async function decodeBare(
  bytes: Uint8Array,
): Promise<{ readonly data: Uint8Array; readonly width: number; readonly height: number }> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
