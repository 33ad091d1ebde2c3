import { FACE_CELLS } from '@snout/core/matching';
import { z } from 'zod';
import { petSummarySchema } from './pet.ts';
import { flagSchema } from './photo-form.ts';
import { coatSchema, noseMatchSchema } from './verdict.ts';

export const evidenceQuerySchema = z.object({
  of: z
    .enum(['coat', 'nose'])
    .default('coat')
    .meta({ description: 'nose: of a close-up that `views` says is one, sent with a photo of the face.' }),
  faces: flagSchema.meta({ description: 'With the coat: say which regions moved the score of the faces, too. Takes some seconds.' }),
});

const share = z.number().min(0).max(1);

const evidenceSideSchema = z
  .object({
    picture: z.string().meta({ description: 'The crop that was looked at: a JPEG without metadata, as `data:image/jpeg;base64,...`.' }),
    marks: z.int().meta({ description: 'Marks found in it.' }),
    heat: z
      .array(z.array(share.nullable()).length(8))
      .length(8)
      .meta({ description: 'Share of the marks that agree in each of 8 x 8 squares, row by row; null where there are none.' }),
    face: z
      .array(z.array(z.number().min(-1).max(1)).length(FACE_CELLS))
      .length(FACE_CELLS)
      .nullable()
      .meta({
        description:
          'Which of 6 x 6 regions moved the likeness of the faces, row by row: above 0 it makes them more alike, below 0 less; 1 or -1 is the one that counts most. Null unless asked for with `faces`.',
      }),
  })
  .meta({ id: 'EvidenceSide' });

export const evidenceSchema = z
  .object({
    pet: petSummarySchema,
    coat: coatSchema.nullable().meta({ description: 'Null: the noses were asked for.' }),
    nose: noseMatchSchema.nullable().meta({ description: 'Null: the coats were asked for.' }),
    sides: z.array(evidenceSideSchema).length(2).meta({ description: 'The photo sent, and the stored one in which most agrees.' }),
    lines: z.array(z.tuple([share, share, share, share])).meta({
      description: 'A line a pair of marks that agree: x, y in the first crop, x, y in the second, as shares of its side.',
    }),
  })
  .meta({ id: 'Evidence', description: 'What a photo and a pet have in common, to be looked at by a person.' });
export type EvidenceDto = z.infer<typeof evidenceSchema>;
