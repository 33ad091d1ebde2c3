import { z } from 'zod';

export const speciesSchema = z.enum(['dog', 'cat']).meta({ id: 'Species' });
export type SpeciesDto = z.infer<typeof speciesSchema>;

/** Pixels of the upright photo: origin at the top left corner, x to the right, y down. */
export const pointSchema = z.tuple([z.number(), z.number()]).meta({
  id: 'Point',
  description: '[x, y] in pixels of the upright photo; origin at the top left corner.',
});
export type PointDto = z.infer<typeof pointSchema>;

export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]).meta({
  id: 'Box',
  description: '[x0, y0, x1, y1] in pixels of the upright photo; origin at the top left corner.',
});
export type BoxDto = z.infer<typeof boxSchema>;

export const landmarksSchema = z
  .object({
    leftEye: pointSchema.nullable(),
    rightEye: pointSchema.nullable(),
    nose: pointSchema.nullable(),
  })
  .meta({ id: 'Landmarks', description: '"Left" is further left in the photo. Null: not visible.' });

export const qualityReasonSchema = z
  .enum(['move-closer', 'hold-still', 'more-light', 'less-light', 'look-at-camera', 'uncover-face', 'avoid-glare'])
  .meta({ id: 'QualityReason' });
export type QualityReasonDto = z.infer<typeof qualityReasonSchema>;

export const qualitySchema = z
  .object({
    score: z.number().meta({ description: '0 (useless for recognition) to 100.' }),
    reasons: z.array(qualityReasonSchema).meta({
      description: 'What to do for a better photo, worst defect first.',
    }),
    model: z.string().meta({ description: 'Id of the model that judged.' }),
  })
  .meta({ id: 'Quality' });
export type QualityDto = z.infer<typeof qualitySchema>;

export const noseReasonSchema = z
  .enum(['move-closer', 'hold-still', 'more-light', 'avoid-shine', 'square-on', 'uncover-nose'])
  .meta({ id: 'NoseReason' });
export type NoseReasonDto = z.infer<typeof noseReasonSchema>;

export const noseSchema = z
  .object({
    leather: boxSchema.meta({ description: 'Smallest upright box around the leather.' }),
    nostrils: z.tuple([pointSchema, pointSchema]).meta({ description: 'The one further left in the photo first.' }),
    tilt: z.number().meta({ description: 'Of the line through both nostrils, degrees, clockwise.' }),
    quality: z.object({
      score: z.number().meta({ description: '0 (useless) to 100.' }),
      reasons: z.array(noseReasonSchema).meta({ description: 'What to do for a better close-up, worst defect first.' }),
    }),
  })
  .meta({ id: 'Nose' });
export type NoseDto = z.infer<typeof noseSchema>;

export const headSchema = z
  .object({
    box: boxSchema,
    species: speciesSchema,
    score: z.number().meta({ description: 'Score of the detector, 0 to 1. Says nothing about identity.' }),
    landmarks: landmarksSchema,
    quality: qualitySchema,
  })
  .meta({ id: 'Head' });
export type HeadDto = z.infer<typeof headSchema>;
