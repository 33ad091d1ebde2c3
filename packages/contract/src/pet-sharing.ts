import { SHARED_FIELDS } from '@snout/core/pets';
import { z } from 'zod';
import { speciesSchema } from './head.ts';
import { petProfileSchema } from './pet-profile.ts';

export const sharedFieldSchema = z.enum(SHARED_FIELDS).meta({ id: 'SharedField' });
export type SharedFieldDto = z.infer<typeof sharedFieldSchema>;

export const newPetShareSchema = z
  .object({ fields: z.array(sharedFieldSchema).max(SHARED_FIELDS.length).meta({ description: 'What is shown.' }) })
  .meta({ id: 'NewPetShare' });

const petShareSchema = z.object({
  url: z.string().meta({ description: 'The page that whoever has the link sees.' }),
  fields: z.array(sharedFieldSchema),
  createdAt: z.string(),
});

export const petShareAnswerSchema = z
  .object({ share: petShareSchema.nullable().meta({ description: 'Null: the pet is not shared.' }) })
  .meta({ id: 'PetShare' });
export type PetShareDto = z.infer<typeof petShareAnswerSchema>['share'];

const { sex, neutered, birth, colours, pattern } = petProfileSchema.shape;

export const sharedPetSchema = z
  .object({
    species: speciesSchema,
    name: z.string().nullable(),
    breed: z.object({ en: z.string(), zh: z.string() }).nullable(),
    sex,
    neutered,
    birth: birth.meta({ description: 'To the month at most.' }),
    colours,
    pattern,
    marks: z.string(),
    microchips: z.array(z.string()).meta({ description: 'The last four digits of each number.' }),
    photoUrls: z.array(z.string()).meta({ description: 'JPEGs of the head, 320 pixels a side, without metadata.' }),
  })
  .meta({ id: 'SharedPet', description: 'What the owner chose to show. Null or empty: not shown, or not known.' });
export type SharedPetDto = z.infer<typeof sharedPetSchema>;

export const findableSchema = z.object({ findable: z.boolean() }).meta({ id: 'Findable' });
