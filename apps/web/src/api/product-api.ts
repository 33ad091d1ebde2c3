import { API_PATHS, apiPath } from '@snout/contract';
import {
  type InsuranceProductDto,
  insuranceProductListSchema,
  insuranceProductSchema,
  type readyIdSchema,
} from '@snout/contract/insurance';
import type { z } from 'zod';
import { making } from './making.ts';
import { request } from './request.ts';

export type ReadyId = z.infer<typeof readyIdSchema>;

/** Products of an insurer. Every function throws ApiError. */
export const productApi = {
  list: async (tenantId: string): Promise<readonly InsuranceProductDto[]> =>
    (await request(apiPath(API_PATHS.insuranceProducts, { tenantId }), insuranceProductListSchema)).products,
  begin: (tenantId: string, ready: ReadyId): Promise<InsuranceProductDto> =>
    request(apiPath(API_PATHS.insuranceProducts, { tenantId }), insuranceProductSchema, making({ ready })),
  /** `terms`: of a file; the service says what is wrong with them. */
  saveDraft: (tenantId: string, productId: string, terms: unknown): Promise<InsuranceProductDto> =>
    request(apiPath(API_PATHS.insuranceProductDraft, { tenantId, productId }), insuranceProductSchema, { method: 'PUT', json: { terms } }),
  publish: (tenantId: string, productId: string, effectiveFrom: string): Promise<InsuranceProductDto> =>
    request(apiPath(API_PATHS.insuranceProductPublish, { tenantId, productId }), insuranceProductSchema, {
      method: 'POST',
      json: { effectiveFrom },
    }),
};
