import { z } from 'zod';
import { MAX_PHOTOS_PER_REQUEST } from './photo.ts';
import { photoFilesSchema } from './photo-form.ts';

/** Somebody stands beside an animal: a few photos are enough. */
export const MAX_FOUND_PHOTOS = 3;
export const FOUND_TEXT_LIMITS = { message: 1000, contact: 160 } as const;

export const foundPetFormSchema = z.object({
  photos: photoFilesSchema
    .refine((files) => files.length <= MAX_FOUND_PHOTOS, `At most ${MAX_FOUND_PHOTOS} photos, instead of ${MAX_PHOTOS_PER_REQUEST}.`)
    .meta({ maxItems: MAX_FOUND_PHOTOS, description: 'Photos that show the found animal alone. They are not kept.' }),
});

export const foundPetAnswerSchema = z
  .object({
    kind: z.enum(['likely', 'possible', 'none']).meta({
      description:
        'likely: a registered pet, as far as Snout can tell; possible: a registered pet looks alike; none: none whose owner wants to be found.',
    }),
    ticket: z.string().nullable().meta({ description: 'Good for one message to the owner.' }),
    expiresAt: z.string().nullable(),
  })
  .meta({ id: 'FoundPetAnswer', description: 'Never which pet, whose, or how alike.' });
export type FoundPetAnswerDto = z.infer<typeof foundPetAnswerSchema>;

export const foundPetMessageSchema = z
  .object({
    ticket: z.string().min(1).max(200),
    message: z
      .string()
      .trim()
      .min(1)
      .max(FOUND_TEXT_LIMITS.message)
      .meta({ description: 'Where the animal is, and how it is. Links are taken out.' }),
    contact: z
      .string()
      .trim()
      .max(FOUND_TEXT_LIMITS.contact)
      .nullable()
      .default(null)
      .meta({ description: 'How the finder wants to be reached; handed on as it is.' }),
    website: z.string().max(200).default('').meta({ description: 'Leave it empty: only programs that fill in every field do not.' }),
  })
  .meta({ id: 'FoundPetMessage' });
