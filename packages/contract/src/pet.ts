import { z } from 'zod';
import { withoutControlCharacters } from './field-fault.ts';
import { speciesSchema } from './head.ts';
import { newProfileSchema } from './pet-profile.ts';
import { noseCloseUpSchema, petPhotoSchema, photoProblemSchema } from './photo.ts';
import { boxesSchema, flagSchema, jsonField, photoFilesSchema, viewListSchema, viewsSchema } from './photo-form.ts';
import { photoUrlsShape, urlBoxesSchema } from './photo-urls.ts';

export const MAX_PET_NAME_LENGTH = 80;

export const petNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(MAX_PET_NAME_LENGTH)
  .refine(...withoutControlCharacters)
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

const petListItemSchema = petSummarySchema.extend({ photoCount: z.int(), role: z.enum(['owner', 'carer']) }).meta({ id: 'PetListItem' });
export type PetListItemDto = z.infer<typeof petListItemSchema>;

export const petListSchema = z
  .object({
    pets: z.array(petListItemSchema).meta({ description: 'By name.' }),
    next: z.string().nullable().meta({ description: 'Give this as `after` for the next page; null: no more.' }),
  })
  .meta({ id: 'PetList' });
export type PetListDto = z.infer<typeof petListSchema>;

export const petSchema = petSummarySchema
  .extend({
    photos: z.array(petPhotoSchema).meta({ description: 'Best quality first.' }),
    noses: z.array(noseCloseUpSchema).meta({ description: 'Close-ups of the nose, best quality first.' }),
  })
  .meta({ id: 'Pet' });
export type PetDto = z.infer<typeof petSchema>;

/** Answer to enrolling a pet and to adding photos: what is stored now, and which photos were of no use. */
export const enrolmentSchema = z.object({ pet: petSchema, skipped: z.array(photoProblemSchema) }).meta({ id: 'Enrolment' });
export type EnrolmentDto = z.infer<typeof enrolmentSchema>;

const SAME_ANIMAL = 'A person says that all photos show one animal, however different they look.';
const ALLOW_DUPLICATE = 'A person has looked at the pets found and says that this is another animal.';
const SPECIES = 'Left out: what the photos show.';

const photosShape = {
  photos: photoFilesSchema,
  boxes: boxesSchema,
  views: viewsSchema,
  sameAnimal: flagSchema.meta({ description: SAME_ANIMAL }),
};
const photosByUrlShape = {
  ...photoUrlsShape,
  boxes: urlBoxesSchema,
  views: viewListSchema.optional().meta({ description: 'One entry per photo, in order: what it shows, as in the form.' }),
  sameAnimal: z.boolean().default(false).meta({ description: SAME_ANIMAL }),
};

export const enrolmentFormSchema = z.object({
  name: petNameSchema,
  species: speciesSchema.optional().meta({ description: SPECIES }),
  profile: jsonField(newProfileSchema, 'Not JSON of a profile (NewProfile).')
    .optional()
    .meta({ type: 'string', description: 'NewProfile as JSON.', example: '{"sex": "female"}' }),
  ...photosShape,
  allowDuplicate: flagSchema.meta({ description: ALLOW_DUPLICATE }),
});

/** The same with photos that the service fetches. */
export const enrolmentByUrlSchema = z
  .object({
    name: petNameSchema,
    species: speciesSchema.optional().meta({ description: SPECIES }),
    profile: newProfileSchema.optional(),
    ...photosByUrlShape,
    allowDuplicate: z.boolean().default(false).meta({ description: ALLOW_DUPLICATE }),
  })
  .meta({ id: 'EnrolmentByUrl' });

export const addPhotosFormSchema = z.object(photosShape);
export const addPhotosByUrlSchema = z.object(photosByUrlShape).meta({ id: 'MorePhotosByUrl' });
