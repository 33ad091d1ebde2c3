import { APPLICATION_STATES, CURRENCIES, POLICY_STATUSES } from '@snout/core/insurance';
import { z } from 'zod';
import { chosenFactorsSchema, disclosuresSchema, givenDaySchema, noQuoteReasonSchema, premiumSchema } from './insurance.ts';

const day = z.string().meta({ description: 'A calendar day where the product is sold: 2026-03-10.' });
const instant = z.string().meta({ description: 'ISO 8601, UTC.' });

export const applyRequestSchema = z
  .strictObject({
    petId: z.string().min(1).max(100).meta({ description: "The applicant's own pet, with a birth date and photos." }),
    tier: z.string().min(1).max(40),
    startsOn: givenDaySchema,
    choices: chosenFactorsSchema,
    accepted: z
      .array(z.string().min(1).max(40))
      .max(50)
      .meta({ description: 'Ids of the disclosures that were shown and accepted: all of those of the quote.' }),
    language: z.enum(['en', 'zh']).meta({ description: 'In which they were read.' }),
  })
  .meta({ id: 'PolicyApplicationRequest' });

const referKinds = [
  'looks-like-known',
  'same-file',
  'same-photo',
  'same-microchip',
  'photo-used-elsewhere',
  'photo-of-screen',
  'age-unproven',
] as const;

const decisionSchema = z.object({ at: instant, explanation: z.string() });

const policyTermSchema = z
  .object({
    number: z.int(),
    startsOn: day,
    endsOn: z.string().meta({ description: 'The last day of cover.' }),
    tier: z.string(),
    premium: premiumSchema,
    isPaid: z.boolean(),
    payableUntil: z.string().meta({ description: 'The last day on which the premium can be paid.' }),
    freeLookUntil: z.string().meta({ description: 'The last day on which everything is paid back unless a claim was made.' }),
  })
  .meta({ id: 'PolicyTerm' });

export const policySchema = z
  .object({
    id: z.string(),
    number: z.string().meta({ description: 'As people read it, with a check character: 7K3F-9Q2M-XW4T.' }),
    status: z.enum(POLICY_STATUSES),
    currency: z.enum(CURRENCIES),
    terms: z.array(policyTermSchema).meta({ description: 'Oldest first.' }),
  })
  .meta({ id: 'Policy' });

const shared = {
  id: z.string(),
  state: z.enum(APPLICATION_STATES).meta({ description: 'referred: a person of the insurer looks at it.' }),
  product: z.object({ productId: z.string(), version: z.int() }),
  tier: z.string(),
  startsOn: day,
  accepted: z
    .object({ language: z.enum(['en', 'zh']), at: instant, disclosures: disclosuresSchema })
    .meta({ description: 'As it was shown.' }),
  decision: decisionSchema.nullable().meta({ description: 'Of a person; null: none has decided, or none had to.' }),
  createdAt: instant,
};

export const ownApplicationSchema = z
  .object({
    ...shared,
    petId: z.string(),
    reasons: z.array(z.enum(referKinds)).meta({ description: 'Why a person looks at it. None of them refuses it.' }),
    policy: policySchema.nullable(),
  })
  .meta({ id: 'OwnPolicyApplication', description: 'An application as the applicant sees it.' });

export const applicationSchema = z
  .object({
    ...shared,
    applicantId: z.string().nullable().meta({ description: 'Null: the person was erased since.' }),
    animalId: z.string().nullable().meta({ description: "The insurer's record of the animal, a pet of the organisation; null: erased." }),
    reasons: z
      .array(
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('looks-like-known'),
            animal: z.string(),
            falseMatchIn: z.number().meta({ description: 'Two different animals look this alike in about one of so many comparisons.' }),
          }),
          z.object({ kind: z.enum(['same-file', 'same-photo']), photo: z.string(), animal: z.string() }),
          z.object({ kind: z.literal('same-microchip'), animal: z.string() }),
          z.object({ kind: z.literal('photo-used-elsewhere'), photo: z.string() }),
          z.object({ kind: z.literal('photo-of-screen'), photos: z.array(z.string()) }),
          z.object({ kind: z.literal('age-unproven') }),
        ]),
      )
      .meta({ description: 'Why a person looks at it.' }),
    policyId: z.string().nullable(),
  })
  .meta({ id: 'PolicyApplication', description: 'An application as the insurer sees it.' });
export type ApplicationDto = z.infer<typeof applicationSchema>;
export type OwnApplicationDto = z.infer<typeof ownApplicationSchema>;
export type PolicyDto = z.infer<typeof policySchema>;

const refusalSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['not-in-force', 'birth-date-missing', 'another-product', 'applicant-gone']) }),
    z.object({ kind: z.literal('application-open'), application: z.string() }),
    z.object({ kind: z.literal('already-insured'), number: z.string(), until: z.string().nullable() }),
    z.object({ kind: z.literal('not-quoted'), reason: noQuoteReasonSchema }),
    z.object({ kind: z.literal('disclosures-not-accepted'), disclosures: z.array(z.string()) }),
  ])
  .meta({ id: 'PolicyApplicationRefusal', description: 'A rule of the product that is not met. Likeness is never among them.' });
export type ApplicationRefusalDto = z.infer<typeof refusalSchema>;

export const notAppliedSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('better-photos'),
      wishes: z.array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('good-face-photos'), have: z.int(), want: z.int() }),
          z.object({ kind: z.literal('nose-close-up') }),
        ]),
      ),
    }),
    z.object({ kind: z.literal('refused'), reasons: z.array(refusalSchema).meta({ description: 'All of them.' }) }),
  ])
  .meta({ id: 'PolicyNotApplied', description: 'Nothing was stored: add better photos, or meet the rules, and ask again.' });

export const payAnswerSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('pay'), payUrl: z.string().meta({ description: 'Where it is paid; it leads back to the application.' }) }),
    z.object({ kind: z.literal('nothing-to-pay') }),
    z.object({ kind: z.literal('too-late'), payableUntil: z.string() }),
  ])
  .meta({ id: 'PremiumPayment' });

export const applicationListSchema = z
  .object({ applications: z.array(applicationSchema), next: z.string().nullable().meta({ description: 'Hand it in as `after`.' }) })
  .meta({ id: 'PolicyApplicationList' });

export const applicationQuerySchema = z.object({
  state: z.enum(APPLICATION_STATES).default('referred'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().min(1).max(100).exactOptional(),
});

export const decideApplicationSchema = z.strictObject({
  decision: z.enum(['accept', 'decline']),
  explanation: z.string().trim().min(1).max(2000).meta({ description: 'In words that the applicant may read.' }),
});

export const decidedApplicationSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('decided'), application: applicationSchema }),
    z.object({ kind: z.literal('refused'), reasons: z.array(refusalSchema) }),
  ])
  .meta({
    id: 'DecidedPolicyApplication',
    description: '`refused`: by the rules of the product it can be insured no more. It stays as it was.',
  });
