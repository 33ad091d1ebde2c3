import { z } from 'zod';
import { speciesSchema } from './head.ts';
import { petPhotoSchema, photoProblemSchema } from './photo.ts';
import { boxesSchema, flagSchema, photoFilesSchema } from './photo-form.ts';

export const MAX_PET_NAME_LENGTH = 80;

export const petNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(MAX_PET_NAME_LENGTH)
  .refine((name) => !/\p{Cc}/u.test(name), 'No control characters.')
  .meta({ description: 'As a person calls it; need not be unique.', example: 'Rex' });

export const petSummarySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    species: speciesSchema,
    enrolledAt: z.string().meta({ description: 'ISO 8601, UTC.' }),
    portraitUrl: z.string().meta({ description: 'JPEG of the head in the best photo, 320 pixels a side.' }),
  })
  .meta({ id: 'PetSummary' });
export type PetSummaryDto = z.infer<typeof petSummarySchema>;

const petListItemSchema = petSummarySchema.extend({ photoCount: z.int() }).meta({ id: 'PetListItem' });
export type PetListItemDto = z.infer<typeof petListItemSchema>;

export const petListSchema = z
  .object({
    pets: z.array(petListItemSchema).meta({ description: 'By name.' }),
    next: z.string().nullable().meta({ description: 'Give this as `after` for the next page; null: no more.' }),
  })
  .meta({ id: 'PetList' });
export type PetListDto = z.infer<typeof petListSchema>;

export const petSchema = petSummarySchema
  .extend({ photos: z.array(petPhotoSchema).meta({ description: 'Best quality first.' }) })
  .meta({ id: 'Pet' });
export type PetDto = z.infer<typeof petSchema>;

/** Answer to enrolling a pet and to adding photos: what is stored now, and which photos were of no use. */
export const enrolmentSchema = z.object({ pet: petSchema, skipped: z.array(photoProblemSchema) }).meta({ id: 'Enrolment' });
export type EnrolmentDto = z.infer<typeof enrolmentSchema>;

const photosShape = {
  photos: photoFilesSchema,
  boxes: boxesSchema,
  sameAnimal: flagSchema.meta({ description: 'A person says that all photos show one animal, however different they look.' }),
};

export const enrolmentFormSchema = z.object({
  name: petNameSchema,
  species: speciesSchema.optional().meta({ description: 'Left out: what the photos show.' }),
  ...photosShape,
  allowDuplicate: flagSchema.meta({ description: 'A person has looked at the pets found and says that this is another animal.' }),
});

export const addPhotosFormSchema = z.object(photosShape);
