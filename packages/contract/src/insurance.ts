import {
  CAUSES,
  CLAIM_DOCUMENTS,
  CURRENCIES,
  DEDUCTIBLE_PERIODS,
  DISCLOSURE_TOPICS,
  EXCLUSION_KINDS,
  JURISDICTIONS,
  PRODUCT_FAULT_CODES,
  type ProductTerms,
  READY_PRODUCT_IDS,
} from '@snout/core/insurance';
import { MODALITIES } from '@snout/core/matching';
import { type CalendarDay, isCalendarDay } from '@snout/core/pets';
import { z } from 'zod';
import { speciesSchema } from './head.ts';

/** A day between the years 1900 and 2999, as people write it in dates of contracts. */
export const givenDaySchema = z
  .string()
  .refine((day): day is CalendarDay => isCalendarDay(day) && /^(?:19|2\d)\d\d-/.test(day), 'A day as 2026-03-01, from 1900 to 2999.')
  .meta({ format: 'date', example: '2026-03-01' });

const partId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Lower-case letters, digits and hyphens, at most 40.');
const text = z.string().trim().min(1).max(4000);
export const localText = z.strictObject({ en: text, zh: text }).meta({ id: 'LocalText', description: 'In English and Chinese.' });
export const amount = z.int().meta({ description: 'Whole minor units of the currency: cents, pence, fen.' });
export const share = z.int().meta({ description: 'Ten-thousandths: 10000 is all of it, 1200 are 12 %.' });
const months = z.int().min(0).max(600);
const ageSpan = { fromMonths: months, beforeMonths: months.nullable().meta({ description: 'Null: without end.' }) };
const days = z.int();
export const causeSchema = z.enum(CAUSES).meta({ id: 'InsuranceCause', description: '`orthopaedic`: not caused by an accident.' });

export const tierSchema = z
  .strictObject({
    id: partId,
    name: localText,
    annualLimit: amount,
    perVisitLimit: amount.nullable(),
    perConditionLimit: amount.nullable(),
    deductible: z.strictObject({ amount, per: z.enum(DEDUCTIBLE_PERIODS) }),
    reimbursement: z.strictObject({ inNetwork: share, outOfNetwork: share }),
  })
  .meta({ id: 'InsuranceTier' });

const waitingPeriod = { cause: causeSchema, days, waivableByExam: z.boolean() };
export const exclusionsSchema = z.array(z.strictObject({ id: partId, kind: z.enum(EXCLUSION_KINDS), text: localText })).max(60);
export const disclosuresSchema = z.array(z.strictObject({ id: partId, topic: z.enum(DISCLOSURE_TOPICS), text: localText })).max(60);

export const productTermsSchema = z
  .strictObject({
    name: localText,
    jurisdiction: z.enum(JURISDICTIONS).meta({ description: 'Whose rules the terms are held to; US: NAIC model act 633.' }),
    timeZone: z.string().min(1).max(60).meta({ description: 'IANA: whose calendar days count.', example: 'Europe/London' }),
    currency: z.enum(CURRENCIES),
    species: z.array(speciesSchema).max(10),
    entryAge: z.strictObject(ageSpan).meta({ description: 'Completed months on the day of the start: from, and before.' }),
    renewalBeforeMonths: months.nullable().meta({ description: 'Animals of this age are not renewed; null: they always are.' }),
    tiers: z.array(tierSchema).max(20),
    premiums: z
      .array(
        z.strictObject({
          tier: partId,
          species: speciesSchema,
          bands: z.array(z.strictObject({ ...ageSpan, annual: amount })).max(60),
        }),
      )
      .max(100)
      .meta({ description: 'A row for each tier and species; its bands follow one another without gaps.' }),
    factors: z
      .array(
        z.strictObject({ id: partId, name: localText, choices: z.array(z.strictObject({ id: partId, name: localText, share })).max(20) }),
      )
      .max(20)
      .meta({ description: 'Work one after the other; where nothing is said, the first choice holds.' }),
    taxes: z.array(z.strictObject({ id: partId, name: localText, share })).max(20),
    waitingPeriods: z.array(z.strictObject(waitingPeriod)).max(10),
    freeLookDays: days,
    exclusions: exclusionsSchema,
    disclosures: disclosuresSchema,
    claimDocuments: z.array(z.strictObject({ cause: causeSchema, documents: z.array(z.enum(CLAIM_DOCUMENTS)).max(20) })).max(10),
    identity: z.strictObject({
      modalities: z.array(z.enum(MODALITIES)).max(10),
      enrolmentFmr: z.number().meta({ description: 'False match rate of a comparison at enrolment.' }),
      claimFmr: z.number().meta({ description: 'The same at a claim.' }),
    }),
  })
  .meta({ id: 'ProductTerms' }) satisfies z.ZodType<ProductTerms>;
export type ProductTermsDto = z.infer<typeof productTermsSchema>;

const time = z.string().meta({ description: 'ISO 8601, UTC.' });
const version = {
  version: z.int().meta({ description: '1, 2, 3 ...' }),
  effectiveFrom: z.string().meta({ description: 'Sold from this day on, until that of the next version.' }),
  terms: productTermsSchema,
};

export const insuranceProductSchema = z
  .object({
    id: z.string(),
    createdAt: time,
    draft: z
      .object({
        terms: productTermsSchema,
        savedAt: time,
        faults: z
          .array(z.object({ field: z.string(), code: z.enum(PRODUCT_FAULT_CODES), message: z.string() }))
          .meta({ description: 'With these it cannot be published.' }),
      })
      .nullable(),
    versions: z.array(z.object({ ...version, publishedAt: time })).meta({ description: 'Newest first; never changed again.' }),
  })
  .meta({ id: 'InsuranceProduct' });
export type InsuranceProductDto = z.infer<typeof insuranceProductSchema>;
export const insuranceProductListSchema = z
  .object({ products: z.array(insuranceProductSchema).meta({ description: 'Oldest first.' }) })
  .meta({ id: 'InsuranceProductList' });

export const readyIdSchema = z.enum(READY_PRODUCT_IDS);
export const readyProductListSchema = z
  .object({ products: z.array(z.object({ id: readyIdSchema, terms: productTermsSchema })) })
  .meta({ id: 'ReadyProductList' });

export const newProductSchema = z
  .strictObject({
    ready: readyIdSchema.exactOptional().meta({ description: 'Begins with these terms; see `GET /api/ready-insurance-products`.' }),
    terms: productTermsSchema.exactOptional(),
  })
  .refine(({ ready, terms }) => (ready === undefined) !== (terms === undefined), 'Either `ready` or `terms`.');
export const productDraftSchema = z.strictObject({ terms: productTermsSchema });
export const publishProductSchema = z.strictObject({ effectiveFrom: givenDaySchema });

export const offeredProductsSchema = z
  .object({
    insurer: z.object({ id: z.string(), name: z.string() }),
    products: z.array(z.object({ productId: z.string(), ...version })),
  })
  .meta({ id: 'OfferedProducts' });

export const chosenFactorsSchema = z
  .array(z.strictObject({ factor: z.string().min(1).max(40), choice: z.string().min(1).max(40) }))
  .max(20)
  .default([]);

export const quoteRequestSchema = z.strictObject({
  species: speciesSchema,
  birth: z.strictObject({
    date: z.string().max(10).meta({ description: '2024-05-17, 2024-05 or 2024.', example: '2024-05' }),
    estimated: z.boolean().default(false),
  }),
  tier: z.string().min(1).max(40),
  startsOn: givenDaySchema,
  choices: chosenFactorsSchema,
});

export const premiumSchema = z
  .object({
    lines: z.array(
      z.object({
        kind: z.enum(['base', 'factor', 'tax']),
        id: z.string(),
        name: localText,
        choice: z.object({ id: z.string(), name: localText }).nullable(),
        share: share.nullable(),
        amount: amount.meta({ description: 'Minor units; negative for what is taken off.' }),
      }),
    ),
    net: amount,
    tax: amount,
    total: amount,
  })
  .meta({ id: 'Premium', description: 'For one year. The total is the sum of the lines; each is rounded for itself, half a unit up.' });

export const noQuoteReasonSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['not-in-force', 'species-not-covered', 'tier-unknown', 'start-in-past', 'too-old']) }),
    z.object({ kind: z.literal('too-young'), canStartOn: z.string().meta({ description: 'The first day on which it is old enough.' }) }),
    z.object({ kind: z.literal('start-too-late'), latest: z.string() }),
    z.object({ kind: z.literal('choice-unknown'), factor: z.string() }),
    z.object({ kind: z.literal('birth-date'), fault: z.enum(['not-a-date', 'in-the-future', 'too-long-ago']) }),
  ])
  .meta({ id: 'NoQuoteReason', description: '`not-in-force`: the insurer sells no such product on the day of the start.' });

export const quoteSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('quoted'),
      product: z.object({ productId: z.string(), version: z.int(), name: localText }),
      currency: z.enum(CURRENCIES),
      tier: tierSchema,
      premium: premiumSchema,
      age: z.object({ youngest: z.int(), oldest: z.int() }).meta({ description: 'Completed months at the start, by the birth date.' }),
      birthDateMatters: z.boolean().meta({
        description: 'The date is estimated, or another day of those that it allows would cost otherwise or could not be insured.',
      }),
      startsOn: z.string(),
      endsOn: z.string().meta({ description: 'The last day of cover.' }),
      waiting: z.array(z.object({ ...waitingPeriod, coveredFrom: z.string() })),
      freeLookUntil: z.string().meta({ description: 'The last day on which everything is paid back unless a claim was made.' }),
      exclusions: exclusionsSchema,
      disclosures: disclosuresSchema,
    }),
    z.object({ kind: z.literal('none'), reasons: z.array(noQuoteReasonSchema).meta({ description: 'All of them.' }) }),
  ])
  .meta({ id: 'Quote' });
export type QuoteDto = z.infer<typeof quoteSchema>;
