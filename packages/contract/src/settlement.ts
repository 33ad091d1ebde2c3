import { CURRENCIES, DEDUCTIBLE_PERIODS, EXCLUSION_KINDS, INVOICE_CATEGORIES, MOST_AMOUNT, STEP_KINDS } from '@snout/core/insurance';
import { z } from 'zod';
import { amount, causeSchema, exclusionsSchema, givenDaySchema, localText, share } from './insurance.ts';

export const invoiceAmountSchema = z
  .int()
  .min(0, 'Not below 0: take a discount off the lines that it is for.')
  .max(MOST_AMOUNT)
  .meta({ description: 'Whole minor units, after discounts.' });

const ref = z.string().min(1).max(64);
const line = {
  id: ref.meta({ description: 'Once in a claim.' }),
  text: z.string().max(200),
  amount: invoiceAmountSchema,
  category: z.enum(INVOICE_CATEGORIES),
  excludedAs: z.enum(EXCLUSION_KINDS).nullable().meta({ description: 'As what the line was marked as excluded; null: it was not.' }),
};
const lineGiven = z.strictObject({ ...line, category: line.category.default('other'), excludedAs: line.excludedAs.default(null) });
const visitGiven = z.strictObject({ id: ref, day: givenDaySchema, lines: z.array(lineGiven).max(50) });

const claimGiven = z.strictObject({
  conditionId: ref.meta({ description: 'The same in each claim for the condition.' }),
  cause: causeSchema,
  eventDay: givenDaySchema.meta({ description: 'On which the accident happened, or the first sign was seen.' }),
  claimedOn: givenDaySchema
    .nullable()
    .default(null)
    .meta({ description: 'Null: today, or the day on which all of it has happened if that is later.' }),
  inNetwork: z.boolean(),
  visits: z
    .array(visitGiven)
    .max(20)
    .refine(
      (visits) => isEachOnce(visits) && isEachOnce(visits.flatMap((visit) => visit.lines)),
      'Each id of a visit, and of a line, once.',
    ),
});

export const settlementPreviewRequestSchema = z
  .strictObject({
    tier: z.string().min(1).max(40),
    startsOn: givenDaySchema.meta({ description: 'The first day of the term; the version counts that is sold on it.' }),
    coverSince: givenDaySchema
      .exactOptional()
      .meta({ description: 'In a renewed term: the start of the first one. Renewed terms have no waiting periods.' }),
    waived: z.array(causeSchema).max(10).default([]).meta({ description: 'Causes whose waiting period an exam has waived.' }),
    claims: z.array(claimGiven).min(1).max(5).meta({ description: 'Settled one after the other in a term of which nothing was used.' }),
  })
  .refine(({ coverSince, startsOn }) => coverSince === undefined || coverSince <= startsOn, {
    message: 'Not after `startsOn`.',
    path: ['coverSince'],
  });

const takes = amount.meta({ description: 'What it takes off the line.' });
const stepSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('outside-term'),
      why: z.enum(['event-before-cover', 'event-after-end', 'visit-before-start', 'visit-after-end']),
      takes,
    }),
    z.object({ kind: z.literal('waiting-period'), cause: causeSchema, coveredFrom: z.string(), takes }),
    z.object({
      kind: z.literal('exclusion'),
      excludedAs: z.enum(EXCLUSION_KINDS),
      exclusions: z.array(z.string()).meta({ description: 'Ids of texts of the terms.' }),
      takes,
    }),
    z.object({ kind: z.literal('deductible'), per: z.enum(DEDUCTIBLE_PERIODS), takes }),
    z.object({ kind: z.literal('co-insurance'), reimbursed: share, takes }),
    z.object({ kind: z.enum(['visit-limit', 'condition-limit', 'annual-limit']), limit: amount, takes }),
  ])
  .meta({ id: 'SettlementStep', description: 'A rule, and what it takes. 0: it holds, but a rule before it took the line.' });

const used = { paid: amount, deductible: amount };
const usedById = z.array(z.object({ id: z.string(), ...used }));
const lineIds = z.array(z.string());

const personReasonSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['outside-term', 'waiting-period', 'exclusion', 'mark-without-exclusion']), lines: lineIds }),
    z.object({ kind: z.literal('event-in-earlier-term') }),
    z.object({ kind: z.enum(['visit-before-event', 'after-claim']), visits: z.array(z.string()) }),
  ])
  .meta({ id: 'PersonReason' });

export const settlementSchema = z
  .object({
    conditionId: z.string(),
    visits: z
      .array(
        z.object({
          id: z.string(),
          day: z.string(),
          lines: z.array(z.object({ ...line, steps: z.array(stepSchema), paid: amount })),
          ...used,
        }),
      )
      .meta({ description: 'By day, then by id: so do deductible and limits go over them.' }),
    claimed: amount,
    taken: z.array(z.object({ kind: z.enum(STEP_KINDS), takes: amount })).meta({ description: 'By rule, over all lines.' }),
    paid: amount,
    needsPerson: z
      .array(personReasonSchema)
      .meta({ description: 'Why a person decides. Empty: only arithmetic of the terms took anything.' }),
    endsFreeLook: z.boolean().meta({ description: 'Made in the free look: the premium is not paid back any more.' }),
    usageAfter: z.object({ year: z.object(used), conditions: usedById, visits: usedById }),
  })
  .meta({ id: 'Settlement', description: 'A proposal. A line is its amount less its steps; the claim is the sum of its lines, exactly.' });
export type SettlementDto = z.infer<typeof settlementSchema>;

const settled = {
  currency: z.enum(CURRENCIES),
  startsOn: z.string(),
  endsOn: z.string().meta({ description: 'The last day of cover.' }),
  exclusions: exclusionsSchema,
  settlements: z.array(settlementSchema).meta({ description: 'One for each claim.' }),
};
const product = z.object({ productId: z.string(), version: z.int(), name: localText });

export const settlementPreviewSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('settled'), product, ...settled }),
    z.object({ kind: z.literal('none'), reasons: z.array(z.object({ kind: z.enum(['not-in-force', 'tier-unknown']) })) }),
  ])
  .meta({ id: 'SettlementPreview' });
export type SettlementPreviewDto = z.infer<typeof settlementPreviewSchema>;

export const draftSettlementPreviewSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('settled'), ...settled }),
    z.object({ kind: z.literal('none'), reasons: z.array(z.object({ kind: z.literal('tier-unknown') })) }),
  ])
  .meta({ id: 'DraftSettlementPreview' });
export type DraftSettlementPreviewDto = z.infer<typeof draftSettlementPreviewSchema>;

function isEachOnce(things: readonly { readonly id: string }[]): boolean {
  return new Set(things.map(({ id }) => id)).size === things.length;
}
