import sharp, { type Sharp } from 'sharp';

/** How copies of a photo come about: what people, phones and messengers do to it. */
export const PHOTO_CHANGES: Readonly<Record<string, (image: Sharp, size: { width: number; height: number }) => Sharp>> = {
  'saved again, JPEG 50': (image) => image.jpeg({ quality: 50 }),
  'saved as WebP 60': (image) => image.webp({ quality: 60 }),
  'half as large': (image, { width }) => image.resize(Math.round(width / 2)).jpeg({ quality: 80 }),
  'a third as large, JPEG 50': (image, { width }) => image.resize(Math.round(width / 3)).jpeg({ quality: 50 }),
  'twice as large': (image, { width }) => image.resize(width * 2).jpeg({ quality: 80 }),
  'brighter by 15 %': (image) => image.linear(1.15, 6).jpeg({ quality: 80 }),
  grey: (image) => image.greyscale().toColourspace('srgb').jpeg({ quality: 80 }),
  'cropped by 1 % a side': (image, size) => crop(image, size, 0.01),
  'cropped by 2 % a side': (image, size) => crop(image, size, 0.02),
  'cropped by 5 % a side': (image, size) => crop(image, size, 0.05),
};

function crop(image: Sharp, { width, height }: { width: number; height: number }, share: number): Sharp {
  const [left, top] = [Math.round(width * share), Math.round(height * share)];
  return image.extract({ left, top, width: width - 2 * left, height: height - 2 * top }).jpeg({ quality: 80 });
}

/** RGB of the upright photo, at most 1600 pixels a side, as the recogniser sees it. */
export async function readPixels(source: string | Buffer) {
  const { data, info } = await sharp(source)
    .autoOrient()
    .toColourspace('srgb')
    .removeAlpha()
    .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 } as const;
}
