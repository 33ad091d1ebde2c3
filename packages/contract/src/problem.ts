import { z } from 'zod';
import { petSummarySchema } from './pet.ts';
import { photoProblemSchema } from './photo.ts';
import { PROBLEM_CODES } from './problem-catalogue.ts';
import { candidateSchema } from './verdict.ts';

/** A pet that may be the one to be enrolled. `same-file`: the very same photo file is stored for it. */
export const duplicateSchema = z
  .discriminatedUnion('why', [
    z.object({ why: z.literal('same-file'), pet: petSummarySchema, photo: z.string() }),
    z.object({ why: z.literal('looks-alike'), pet: petSummarySchema, candidate: candidateSchema }),
  ])
  .meta({ id: 'Duplicate' });
export type DuplicateDto = z.infer<typeof duplicateSchema>;

/** Problem details, RFC 9457, with the members this API adds. */
export const problemSchema = z
  .object({
    type: z.string(),
    code: z.enum(PROBLEM_CODES),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'With `invalid-request`.' }),
    photos: z.array(photoProblemSchema).optional().meta({ description: 'With `photos-unusable`.' }),
    pets: z.array(duplicateSchema).optional().meta({ description: 'With `possible-duplicate`.' }),
  })
  .meta({ id: 'Problem' });
export type ProblemDto = z.infer<typeof problemSchema>;
