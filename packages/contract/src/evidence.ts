import { z } from 'zod';
import { petSummarySchema } from './pet.ts';
import { coatSchema } from './verdict.ts';

const share = z.number().min(0).max(1);

const evidenceSideSchema = z
  .object({
    picture: z.string().meta({ description: 'The crop that was looked at: a JPEG without metadata, as `data:image/jpeg;base64,...`.' }),
    marks: z.int().meta({ description: 'Marks found in it.' }),
    heat: z
      .array(z.array(share.nullable()).length(8))
      .length(8)
      .meta({ description: 'Share of the marks that agree in each of 8 x 8 squares, row by row; null where there are none.' }),
  })
  .meta({ id: 'EvidenceSide' });

export const evidenceSchema = z
  .object({
    pet: petSummarySchema,
    coat: coatSchema,
    sides: z.array(evidenceSideSchema).length(2).meta({ description: 'The photo sent, and the stored one in which most agrees.' }),
    lines: z.array(z.tuple([share, share, share, share])).meta({
      description: 'A line a pair of marks that agree: x, y in the first crop, x, y in the second, as shares of its side.',
    }),
  })
  .meta({ id: 'Evidence', description: 'What the coats of a photo and of a pet have in common, to be looked at by a person.' });
export type EvidenceDto = z.infer<typeof evidenceSchema>;
