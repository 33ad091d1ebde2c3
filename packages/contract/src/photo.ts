import { PHOTO_REJECTIONS } from '@snout/core/recognition';
import { z } from 'zod';
import { boxSchema, headSchema, landmarksSchema, noseSchema, qualitySchema, speciesSchema } from './head.ts';

/** Most photos in one request: a burst of one animal, or a small album. */
export const MAX_PHOTOS_PER_REQUEST = 20;

export const photoRejectionSchema = z.enum(PHOTO_REJECTIONS).meta({ id: 'PhotoRejection' });
export type PhotoRejectionDto = z.infer<typeof photoRejectionSchema>;

export const photoFetchFaultSchema = z
  .enum(['refused', 'unreachable', 'timeout', 'too-large', 'answered-otherwise', 'not-a-photo'])
  .meta({ id: 'PhotoFetchFault', description: 'Why a photo could not be had from its address.' });
export type PhotoFetchFaultDto = z.infer<typeof photoFetchFaultSchema>;

const problemBase = z.object({
  photo: z.string().meta({ description: 'Name of the file as sent, or its address.' }),
  message: z.string().meta({ description: 'What happened and what to do, in English.' }),
});

/** Why one photo was not used. */
export const photoProblemSchema = z
  .discriminatedUnion('kind', [
    problemBase.extend({ kind: z.literal('unreadable'), reason: photoRejectionSchema }),
    problemBase.extend({ kind: z.literal('not-fetched'), fault: photoFetchFaultSchema }),
    problemBase.extend({ kind: z.literal('no-head') }),
    problemBase.extend({ kind: z.literal('no-nose') }),
    problemBase.extend({ kind: z.literal('several-heads'), boxes: z.array(boxSchema) }),
    problemBase.extend({ kind: z.literal('species-mismatch'), found: speciesSchema, expected: speciesSchema }),
    problemBase.extend({ kind: z.literal('other-animal') }),
    problemBase.extend({ kind: z.literal('same-file'), of: z.string() }),
    problemBase.extend({ kind: z.literal('file-of-another-pet'), petId: z.string(), petName: z.string() }),
    // For a pet of somebody else: whose is not told.
    problemBase.extend({ kind: z.literal('photo-used-before') }),
  ])
  .meta({ id: 'PhotoProblem', description: 'Why one photo was not used.' });
export type PhotoProblemDto = z.infer<typeof photoProblemSchema>;

const templateSchema = z.object({ vector: z.array(z.number()), model: z.string(), pipeline: z.string() }).meta({ id: 'Template' });

const analysedHeadSchema = headSchema
  .extend({ template: templateSchema.optional().meta({ description: 'Only when asked for with `templates=true`.' }) })
  .meta({ id: 'AnalysedHead' });
export type AnalysedHeadDto = z.infer<typeof analysedHeadSchema>;

const sizeShape = {
  width: z.int().meta({ description: 'Pixels, upright.' }),
  height: z.int().meta({ description: 'Pixels, upright.' }),
};

const analysedPhotoSchema = z
  .object({
    kind: z.literal('analysed'),
    photo: z.string().meta({ description: 'Name of the file as sent.' }),
    ...sizeShape,
    takenAt: z.string().nullable().meta({ description: 'Time of exposure from EXIF, ISO 8601 without zone.' }),
    heads: z.array(analysedHeadSchema).meta({ description: 'By score, best first; empty: none found.' }),
    nose: noseSchema.nullable().meta({ description: 'Null: no nose was found, or the photo was not said to show one from near.' }),
  })
  .meta({ id: 'AnalysedPhoto' });
export type AnalysedPhotoDto = z.infer<typeof analysedPhotoSchema>;

/** One photo that gave no answer. */
export const problemPhotoSchema = z
  .object({ kind: z.literal('problem'), photo: z.string(), problem: photoProblemSchema })
  .meta({ id: 'ProblemPhoto' });

export const analysisSchema = z
  .object({ photos: z.array(z.discriminatedUnion('kind', [analysedPhotoSchema, problemPhotoSchema])) })
  .meta({ id: 'Analysis', description: 'One entry per photo, in the order sent.' });
export type AnalysisDto = z.infer<typeof analysisSchema>;

export const petPhotoSchema = z
  .object({
    id: z.string(),
    url: z.string().meta({ description: 'JPEG without metadata, at most 1280 pixels a side.' }),
    cropUrl: z.string().meta({ description: 'JPEG of the head, 320 pixels a side.' }),
    ...sizeShape,
    takenAt: z.string().nullable(),
    box: boxSchema,
    landmarks: landmarksSchema,
    quality: qualitySchema,
    madeBy: z
      .object({ model: z.string(), pipeline: z.string() })
      .meta({ description: 'What made it searchable. Those of another model or pipeline than `about` names are not searched.' }),
  })
  .meta({ id: 'PetPhoto' });
export const noseCloseUpSchema = z
  .object({
    id: z.string(),
    url: z.string().meta({ description: 'JPEG without metadata, at most 1280 pixels a side.' }),
    cropUrl: z.string().meta({ description: 'JPEG of the nose, 320 pixels a side.' }),
    ...sizeShape,
    takenAt: z.string().nullable(),
    nose: noseSchema,
    foundBy: z.string().meta({ description: 'Id of the model that found the nose.' }),
  })
  .meta({ id: 'NoseCloseUp', description: 'A close-up of the nose: compared when the pet is verified, never searched.' });

export type PetPhotoDto = z.infer<typeof petPhotoSchema>;
