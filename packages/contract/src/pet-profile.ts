import { COLOURS, NEUTERED, PATTERNS, SEXES } from '@snout/core/pets';
import { z } from 'zod';
import { speciesSchema } from './head.ts';

export { HISTORY_KINDS } from '@snout/core/pets';

export const breedSchema = z
  .object({ id: z.string(), species: speciesSchema, en: z.string(), zh: z.string() })
  .meta({ id: 'Breed', description: 'Its name in English and Chinese.' });
export type BreedDto = z.infer<typeof breedSchema>;

export const breedListSchema = z.object({ breeds: z.array(breedSchema).meta({ description: 'Best first.' }) }).meta({ id: 'BreedList' });

const birthSchema = z
  .object({
    date: z.string().max(10).meta({ description: '2024-05-17, 2024-05 or 2024.', example: '2024-05' }),
    estimated: z.boolean(),
  })
  .meta({ id: 'BirthDate' });

const sexSchema = z.enum(SEXES);
const neuteredSchema = z.enum(NEUTERED);
const colourSchema = z.enum(COLOURS).meta({ id: 'Colour' });
const patternSchema = z.enum(PATTERNS).meta({ id: 'Pattern' });

/** Longer than any text may be: the domain says which field is too long, and by how much. */
const text = z.string().max(20_000);

const profileShape = {
  name: text,
  breed: z.string().max(64).meta({ description: 'Id in the list of `GET /api/breeds`; "mixed" and "unknown" are in it.' }),
  sex: sexSchema,
  neutered: neuteredSchema,
  birth: birthSchema.nullable(),
  colours: z.array(colourSchema).max(20),
  pattern: patternSchema.nullable(),
  marks: text.meta({ description: 'What tells it from others.' }),
  medicalNotes: text.meta({ description: 'Seen by owner and carers alone.' }),
  contactNotes: text.meta({ description: 'Seen by owner and carers alone; emptied when the pet gets a new owner.' }),
};

const microchipSchema = z
  .object({
    number: z.string(),
    words: z.string().meta({ description: 'With the country or the maker, for a person to read.' }),
  })
  .meta({ id: 'Microchip' });

export const petProfileSchema = z
  .object({
    id: z.string(),
    version: z.int().meta({ description: 'Send it along with a change, and a change made from an older state is refused.' }),
    role: z.enum(['owner', 'carer']),
    species: speciesSchema,
    ...profileShape,
    microchips: z.array(microchipSchema),
    archivedAt: z.string().nullable(),
    mergedInto: z.string().nullable().meta({ description: 'The pet that holds its photos since they were merged.' }),
    nextPhotos: z.object({ face: z.string().nullable(), nose: z.string().nullable() }).meta({
      description:
        'Days from which a new photo is wanted: 2027-02-28. Young animals every 90 days, others yearly; the nose again once the pet is six months old, if it was photographed before.',
    }),
    findable: z.boolean().meta({ description: "Whether a finder's photo may lead to a message to the owner." }),
    photosOfScreens: z.int().meta({ description: 'Photos that look like photos of a screen: a hint for a person, sometimes wrong.' }),
  })
  .meta({ id: 'PetProfile' });
export type PetProfileDto = z.infer<typeof petProfileSchema>;

export const profilePatchSchema = z
  .object({ ...profileShape, microchips: z.array(z.string().max(64)).max(10).meta({ description: 'As typed: up to two.' }) })
  .partial()
  .extend({ version: z.int().optional() })
  .meta({ id: 'ProfilePatch', description: 'What is left out stays.' });

/** What can be said of a pet when it is enrolled, besides its name and species. */
export const newProfileSchema = profilePatchSchema.omit({ name: true, version: true }).meta({ id: 'NewProfile' });

export const archivedSchema = z.object({ archived: z.boolean() }).meta({ id: 'Archived' });

const changeSchema = z.object({
  field: z.string(),
  from: z.unknown().optional().meta({ description: 'Absent for private fields.' }),
  to: z.unknown().optional(),
});

export const petHistorySchema = z
  .object({
    entries: z
      .array(
        z.object({
          at: z.string().meta({ description: 'ISO 8601, UTC.' }),
          kind: z.string(),
          by: z.string().nullable().meta({ description: 'Null: somebody of another account, such as an earlier owner.' }),
          byName: z.string().nullable().meta({ description: 'Null too for an API key, and for somebody who is gone.' }),
          changes: z.array(changeSchema),
        }),
      )
      .meta({ description: 'Newest first.' }),
    next: z.string().nullable().meta({ description: 'Give this as `after` for the next page; null: no more.' }),
  })
  .meta({ id: 'PetHistory' });

export const carerListSchema = z
  .object({
    carers: z.array(
      z.object({
        tenantId: z.string(),
        name: z.string().meta({ description: 'Empty: not known.' }),
        role: z.enum(['owner', 'carer']),
        since: z.string(),
        isMine: z.boolean().meta({ description: 'One of the own accounts.' }),
      }),
    ),
  })
  .meta({ id: 'CarerList', description: 'The owner first.' });

const invitationKindSchema = z.enum(['carer', 'transfer']);
export const newInvitationSchema = z
  .object({
    kind: invitationKindSchema,
    email: z.email().max(254).optional().meta({ description: 'Who gets the secret by mail. The address is not kept.' }),
  })
  .meta({ id: 'NewInvitation' });
const invitationSchema = z.object({ id: z.string(), kind: invitationKindSchema, expiresAt: z.string() }).meta({ id: 'Invitation' });
export const madeInvitationSchema = invitationSchema
  .extend({ token: z.string().meta({ description: 'The secret to hand over. It is told here only.' }) })
  .meta({ id: 'MadeInvitation' });
export const invitationListSchema = z.object({ invitations: z.array(invitationSchema) }).meta({ id: 'InvitationList' });
export const invitationTokenSchema = z.object({ token: z.string().min(1).max(200) }).meta({ id: 'InvitationToken' });
export const invitationOfferSchema = z
  .object({
    kind: invitationKindSchema,
    pet: z.object({ id: z.string(), name: z.string(), species: speciesSchema }),
    expiresAt: z.string(),
  })
  .meta({ id: 'InvitationOffer', description: 'What is offered; never by whom.' });

export const newMergeSchema = z
  .object({ petId: z.string().max(64).meta({ description: 'The pet whose photos are handed over.' }) })
  .meta({ id: 'NewMerge' });
const mergeSchema = z
  .object({ id: z.string(), merged: z.string(), mergedName: z.string(), photos: z.int(), mergedAt: z.string() })
  .meta({ id: 'PetMerge' });
export const mergeListSchema = z.object({ merges: z.array(mergeSchema) }).meta({ id: 'PetMergeList', description: 'Newest first.' });
export const madeMergeSchema = z.object({ merge: mergeSchema }).meta({ id: 'MadeMerge' });
