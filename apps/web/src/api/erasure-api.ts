import { API_PATHS, apiPath, type ErasureDto, type ErasurePlanDto, erasurePlanSchema, erasureSchema } from '@snout/contract';
import { request } from './request.ts';

export interface EraseForm {
  readonly confirmation: string;
  readonly alsoSharedPets: boolean;
}

/** The end of everything that a person or an organisation has here. Every function throws ApiError. */
export const erasureApi = {
  plan: (tenantId: string): Promise<ErasurePlanDto> => request(apiPath(API_PATHS.erasure, { tenantId }), erasurePlanSchema),
  erase: (tenantId: string, form: EraseForm): Promise<ErasureDto> =>
    request(apiPath(API_PATHS.erasure, { tenantId }), erasureSchema, { method: 'POST', json: form }),
};
