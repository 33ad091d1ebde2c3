import { z } from 'zod';
import { headSchema } from './head.ts';
import { petSummarySchema } from './pet.ts';
import { photoProblemSchema, problemPhotoSchema } from './photo.ts';

/** How many pets a verdict lists. */
export const CANDIDATES_PER_HEAD = 5;

/**
 * Bands of the calibrated probability that two photos show the same animal, in words with a published meaning:
 * Mastrandrea et al. 2010, Guidance note of the IPCC on consistent treatment of uncertainties.
 */
export const likelihoodSchema = z
  .enum(['virtually-certain', 'very-likely', 'likely', 'about-as-likely-as-not', 'unlikely', 'very-unlikely'])
  .meta({ id: 'Likelihood', description: 'Calibrated probability of being the same animal, as a word.' });
export type LikelihoodDto = z.infer<typeof likelihoodSchema>;

const falseMatchSchema = z.object({ oneIn: z.number(), bound: z.enum(['measured', 'at-most', 'at-least']) });

export const candidateSchema = z
  .object({
    pet: petSummarySchema,
    photoUrl: z.string().meta({ description: 'The photo of this pet that looks most alike.' }),
    cropUrl: z.string().meta({ description: 'The head in that photo.' }),
    likelihood: likelihoodSchema,
    falseMatch: falseMatchSchema.meta({
      description: 'Two different animals look at least this alike in about (at most, at least) one of so many comparisons.',
    }),
  })
  .meta({ id: 'Candidate' });
export type CandidateDto = z.infer<typeof candidateSchema>;

export const verdictReasonSchema = z
  .enum(['between-thresholds', 'beyond-measurement', 'look-alike', 'poor-photo', 'marks-doubt', 'empty-gallery', 'below-threshold'])
  .meta({ id: 'VerdictReason' });
export type VerdictReasonDto = z.infer<typeof verdictReasonSchema>;

/** What Snout says about one animal. Never a bare number. */
export const verdictSchema = z
  .object({
    kind: z.enum(['match', 'review', 'unknown']).meta({
      description: 'match: this pet; review: a person must look; unknown: none of the enrolled pets.',
    }),
    words: z.array(z.string()).meta({ description: 'The verdict in English sentences, most important first.' }),
    why: z.array(verdictReasonSchema).meta({ description: 'Why it is no match; empty for a match.' }),
    candidates: z.array(candidateSchema).max(CANDIDATES_PER_HEAD).meta({ description: 'The nearest pets, best first.' }),
    compared: z.int().meta({ description: 'Pets of the species that were compared with.' }),
    lookAlike: candidateSchema.nullable().meta({
      description: 'Another pet so alike that the animal may be that one: compare the photos.',
    }),
  })
  .meta({ id: 'Verdict' });
export type VerdictDto = z.infer<typeof verdictSchema>;

const identifiedHeadSchema = headSchema.extend({ verdict: verdictSchema }).meta({ id: 'IdentifiedHead' });
export type IdentifiedHeadDto = z.infer<typeof identifiedHeadSchema>;

const identifiedPhotoSchema = z
  .object({
    kind: z.literal('identified'),
    photo: z.string().meta({ description: 'Name of the file as sent.' }),
    width: z.int(),
    height: z.int(),
    heads: z.array(identifiedHeadSchema).min(1),
  })
  .meta({ id: 'IdentifiedPhoto' });
export type IdentifiedPhotoDto = z.infer<typeof identifiedPhotoSchema>;

export const identificationSchema = z
  .object({
    photos: z.array(z.discriminatedUnion('kind', [identifiedPhotoSchema, problemPhotoSchema])),
    together: verdictSchema.nullable().meta({
      description: 'One verdict from all photos, when two or more have one head each and seem to show one animal.',
    }),
  })
  .meta({ id: 'Identification', description: 'One entry per photo, in the order sent.' });
export type IdentificationDto = z.infer<typeof identificationSchema>;

const marksShape = {
  says: z.enum(['supports', 'doubts', 'silent']).meta({
    description: 'Whether it is the same animal: what the marks say for it, against it, or hardly anything.',
  }),
  fewMarks: z.boolean().meta({ description: 'Silent because a photo shows too few marks: the face stands alone.' }),
  words: z.array(z.string()).meta({ description: 'The same in English sentences, with what the figures were measured on.' }),
  agreeing: z.int().meta({ description: 'Marks that lie as on one animal ...' }),
  of: z.int().meta({ description: '... of so many that could.' }),
  likelihood: likelihoodSchema,
  falseMatch: falseMatchSchema.meta({
    description: 'Two different animals agree at least this well in about (at most, at least) one of so many comparisons.',
  }),
  measuredOn: z
    .object({ animals: z.int(), comparisons: z.int() })
    .meta({ description: 'What falseMatch was measured on: so many animals, and comparisons of two different ones.' }),
  compared: z.int().meta({ description: 'Stored photos that were looked at; the figures are of the best one and allow for that.' }),
  photo: z.string().meta({ description: 'The file sent that was looked at.' }),
  photoUrl: z.string().meta({ description: 'The stored photo in which most agrees.' }),
};

export const coatSchema = z
  .object({ ...marksShape, cropUrl: z.string().meta({ description: 'The head in that photo.' }) })
  .meta({ id: 'Coat', description: 'What the marks of face and coat say beside the face. They support or raise doubt, and never decide.' });
export type CoatDto = z.infer<typeof coatSchema>;

export const noseMatchSchema = z
  .object({
    ...marksShape,
    drawnOnly: z.boolean().meta({ description: 'The figures are of drawn noses: how real ones differ has not been measured here.' }),
    cropUrl: z.string().meta({ description: 'The nose in that photo.' }),
  })
  .meta({
    id: 'NoseMatch',
    description: 'What the marks of the nose say beside the face. They support or raise doubt, and never decide.',
  });
export type NoseMatchDto = z.infer<typeof noseMatchSchema>;

export const verificationSchema = z
  .object({
    pet: petSummarySchema,
    verdict: verdictSchema.meta({ description: 'match: this pet; unknown: another animal.' }),
    coat: coatSchema.nullable().meta({ description: 'Null: no marks could be compared, the face stands alone.' }),
    nose: noseMatchSchema.nullable().meta({
      description: 'Null: no close-up of the nose was sent, or none is stored; send `views` to say which photos are such.',
    }),
    heads: z.array(z.object({ photo: z.string(), head: headSchema })).meta({ description: 'The head taken from each photo used.' }),
    skipped: z.array(photoProblemSchema),
  })
  .meta({ id: 'Verification' });
export type VerificationDto = z.infer<typeof verificationSchema>;
