import { API_PATHS, apiPath, type PetListDto, petListSchema } from '@snout/contract';
import { notAppliedSchema, type OwnApplicationDto, ownApplicationSchema, payAnswerSchema } from '@snout/contract/application';
import { offeredProductsSchema, type QuoteDto, type quoteRequestSchema, quoteSchema } from '@snout/contract/insurance';
import { z } from 'zod';
import { request } from './request.ts';
import { snoutApi } from './snout-api.ts';

export type OfferedProducts = z.infer<typeof offeredProductsSchema>;
export type OfferedProduct = OfferedProducts['products'][number];
export type QuoteRequest = z.input<typeof quoteRequestSchema>;
export type PayAnswer = z.infer<typeof payAnswerSchema>;
export type NotApplied = z.infer<typeof notAppliedSchema>;

export interface PolicyApplication {
  readonly petId: string;
  readonly tier: string;
  readonly startsOn: string;
  readonly choices: QuoteRequest['choices'];
  readonly accepted: readonly string[];
  readonly language: 'en' | 'zh';
}

/** More than a person chooses from. */
const MOST_PETS = 100;

const applyAnswerSchema = z.union([notAppliedSchema, ownApplicationSchema]);

/** What insurers sell, and policies that are asked for. Every function throws ApiError. */
export const quoteApi = {
  /** The person's own: an organisation's are not insured, and an insurer's are its records of insured animals. */
  ownPets: async (): Promise<PetListDto['pets']> => {
    const { memberships } = await snoutApi.me();
    const personal = memberships.find(({ tenant }) => tenant.kind === 'personal')?.tenant.id ?? null;
    const { pets } = await request(`${API_PATHS.pets}?limit=${MOST_PETS}`, petListSchema, { tenant: personal });
    return pets.filter(({ role }) => role === 'owner');
  },
  offers: (insurerId: string): Promise<OfferedProducts> =>
    request(apiPath(API_PATHS.offeredProducts, { insurerId }), offeredProductsSchema),
  quote: (insurerId: string, productId: string, asked: QuoteRequest): Promise<QuoteDto> =>
    request(apiPath(API_PATHS.productQuotes, { insurerId, productId }), quoteSchema, { method: 'POST', json: asked }),
  application: (insurerId: string, applicationId: string): Promise<OwnApplicationDto> =>
    request(apiPath(API_PATHS.ownPolicyApplication, { insurerId, applicationId }), ownApplicationSchema),
  pay: (insurerId: string, applicationId: string): Promise<PayAnswer> =>
    request(apiPath(API_PATHS.ownApplicationPayment, { insurerId, applicationId }), payAnswerSchema, { method: 'POST' }),
  /** `key`: the same for every repetition of the same request. */
  apply: (insurerId: string, productId: string, asked: PolicyApplication, key: string): Promise<OwnApplicationDto | NotApplied> =>
    request(apiPath(API_PATHS.policyApplications, { insurerId, productId }), applyAnswerSchema, {
      method: 'POST',
      json: asked,
      headers: { 'idempotency-key': key },
    }),
};
