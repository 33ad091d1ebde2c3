import { z } from 'zod';
import { fieldFaultSchema } from './field-fault.ts';
import { petSummarySchema } from './pet.ts';
import { photoProblemSchema } from './photo.ts';
import { PROBLEM_CODES } from './problem-codes.ts';
import { candidateSchema } from './verdict.ts';

/**
 * A pet that may be the one to be enrolled. `same-file`: the very same photo file is stored for it; `same-photo`: a copy of the photo is;
 * `same-microchip`: it carries a number that was given.
 */
export const duplicateSchema = z
  .discriminatedUnion('why', [
    z.object({ why: z.enum(['same-file', 'same-photo']), pet: petSummarySchema, photo: z.string() }),
    z.object({ why: z.literal('looks-alike'), pet: petSummarySchema, candidate: candidateSchema }),
    z.object({ why: z.literal('same-microchip'), pet: petSummarySchema }),
  ])
  .meta({ id: 'Duplicate' });
export type DuplicateDto = z.infer<typeof duplicateSchema>;

/** Somebody else's pet that may be the one to be enrolled: whose, and which, is not told. */
const duplicateElsewhereSchema = z
  .discriminatedUnion('why', [
    z.object({ why: z.enum(['same-file', 'same-photo']), photo: z.string() }),
    z.object({ why: z.enum(['looks-alike', 'same-microchip']) }),
  ])
  .meta({ id: 'DuplicateElsewhere', description: 'A pet of another account. Nothing else is told of it.' });
export type DuplicateElsewhereDto = z.infer<typeof duplicateElsewhereSchema>;

/** Problem details, RFC 9457, with the members this API adds. */
export const problemSchema = z
  .object({
    type: z.string(),
    code: z.enum(PROBLEM_CODES),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    retryAfterSeconds: z.int().optional().meta({ description: 'With `too-many-attempts`; also in the header `Retry-After`.' }),
    errors: z.array(fieldFaultSchema).optional().meta({ description: 'With `invalid-request`, `import-unreadable` and `product-faulty`.' }),
    photos: z.array(photoProblemSchema).optional().meta({ description: 'With `photos-unusable`.' }),
    pets: z.array(duplicateSchema).optional().meta({ description: 'With `possible-duplicate`: pets that the caller may see.' }),
    elsewhere: z.array(duplicateElsewhereSchema).optional().meta({ description: 'With `possible-duplicate`: pets of other accounts.' }),
  })
  .meta({ id: 'Problem' });
export type ProblemDto = z.infer<typeof problemSchema>;
