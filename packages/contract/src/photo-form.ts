import { PHOTO_VIEWS } from '@snout/core/recognition';
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

/** A field of a form that holds JSON. `message`: what is said when it does not. */
export function jsonField<Schema extends z.ZodType>(schema: Schema, message: string) {
  return z
    .string()
    .max(100_000)
    .transform((text, context): z.infer<Schema> => {
      const parsed = schema.safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

/** One entry per photo, in order: the head that is meant, drawn or chosen by a person, or null. */
export const boxListSchema = z
  .array(boxSchema.refine(([x0, y0, x1, y1]) => x1 > x0 && y1 > y0, 'An empty box.').nullable())
  .max(MAX_PHOTOS_PER_REQUEST);

/** The same in a form, as JSON. */
export const boxesSchema = jsonField(boxListSchema, 'Not a JSON list of [x0, y0, x1, y1] or null.').optional().meta({
  type: 'string',
  description: 'JSON list, one entry per photo in order: [x0, y0, x1, y1] of the head that is meant, or null.',
  example: '[[10, 20, 110, 120], null]',
});

/** One entry per photo, in order: what of the pet it shows. In photos of the nose the nose is looked for; the rest is a hint for reminders. */
export const viewListSchema = z.array(z.enum(PHOTO_VIEWS)).max(MAX_PHOTOS_PER_REQUEST);

/** The same in a form, as JSON. */
export const viewsSchema = jsonField(viewListSchema, 'Not a JSON list of "face", "nose" or "body".').optional().meta({
  type: 'string',
  description:
    'JSON list, one entry per photo in order: what it shows, "face", "nose" or "body". In a photo of the nose the nose is looked for, and the photo is kept as a close-up of it where it is found; the rest is a hint for reminders.',
  example: '["face", "nose"]',
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
