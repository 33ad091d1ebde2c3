import { API_PATHS, apiPath } from '@snout/contract';
import {
  type ApplicationDto,
  applicationListSchema,
  type decideApplicationSchema,
  decidedApplicationSchema,
} from '@snout/contract/application';
import type { z } from 'zod';
import { request } from './request.ts';

export type ApplicationPage = z.infer<typeof applicationListSchema>;
export type DecidedApplication = z.infer<typeof decidedApplicationSchema>;

/** Applications for policies, as their insurer sees them. Every function throws ApiError. */
export const applicationApi = {
  list: (tenantId: string, state: ApplicationDto['state'], after: string | null): Promise<ApplicationPage> => {
    const query = new URLSearchParams({ state, ...(after === null ? {} : { after }) });
    return request(`${apiPath(API_PATHS.insuranceApplications, { tenantId })}?${query}`, applicationListSchema);
  },
  decide: (tenantId: string, applicationId: string, json: z.input<typeof decideApplicationSchema>): Promise<DecidedApplication> =>
    request(apiPath(API_PATHS.insuranceApplicationDecision, { tenantId, applicationId }), decidedApplicationSchema, {
      method: 'POST',
      json,
    }),
};
