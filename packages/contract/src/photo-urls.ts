import { z } from 'zod';
import { MAX_PHOTOS_PER_REQUEST } from './photo.ts';
import { boxListSchema } from './photo-form.ts';

export const photoUrlSchema = z.url({ protocol: /^https?$/, error: 'An address that begins with https:// is expected.' }).max(2000);

/** Photos that the service fetches itself. */
export const photoUrlsShape = {
  photoUrls: z
    .array(photoUrlSchema)
    .min(1)
    .max(MAX_PHOTOS_PER_REQUEST)
    .meta({
      description:
        'Addresses of the photo files: https, on the public internet, without signing in. At most three redirects are followed, and each file has at most 50 MB.',
      example: ['https://photos.example.org/rex.jpg'],
    }),
} as const;

export const urlBoxesSchema = boxListSchema
  .optional()
  .meta({ description: 'One entry per photo in order: [x0, y0, x1, y1] of the head that is meant, or null.' });

export const identifyByUrlSchema = z.object(photoUrlsShape).meta({ id: 'PhotosByUrl' });
