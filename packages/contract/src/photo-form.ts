import { z } from 'zod';
import { boxSchema } from './head.ts';
import { MAX_PHOTOS_PER_REQUEST } from './photo.ts';

/** `photos`: one or many files under one name; a single file arrives alone and becomes a list of one. */
export const photoFilesSchema = z
  .preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(z.file()).min(1).max(MAX_PHOTOS_PER_REQUEST),
  )
  .meta({
    type: 'array',
    items: { type: 'string', format: 'binary' },
    minItems: 1,
    maxItems: MAX_PHOTOS_PER_REQUEST,
    description: 'Photo files: JPEG, PNG, WebP, AVIF, TIFF or GIF.',
  });

/** A flag in a form or a query: the words true and false. */
export const flagSchema = z
  .enum(['true', 'false'])
  .default('false')
  .transform((word) => word === 'true')
  .meta({ type: 'string', enum: ['true', 'false'], default: 'false' });

/** `boxes`: JSON, one entry per photo: the head that is meant, drawn or chosen by a person, or null. */
export const boxesSchema = z
  .string()
  .max(10_000)
  .transform((text, context) => {
    const parsed = boxListSchema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'Not a JSON list of [x0, y0, x1, y1] or null.' });
    return z.NEVER;
  })
  .optional()
  .meta({
    type: 'string',
    description: 'JSON list, one entry per photo in order: [x0, y0, x1, y1] of the head that is meant, or null.',
    example: '[[10, 20, 110, 120], null]',
  });

const boxListSchema = z
  .array(boxSchema.refine(([x0, y0, x1, y1]) => x1 > x0 && y1 > y0, 'An empty box.').nullable())
  .max(MAX_PHOTOS_PER_REQUEST);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
