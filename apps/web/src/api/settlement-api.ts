import { API_PATHS, apiPath } from '@snout/contract';
import {
  type DraftSettlementPreviewDto,
  draftSettlementPreviewSchema,
  type SettlementPreviewDto,
  type settlementPreviewRequestSchema,
  settlementPreviewSchema,
} from '@snout/contract/settlement';
import type { z } from 'zod';
import { request } from './request.ts';

export type PreviewRequest = z.input<typeof settlementPreviewRequestSchema>;

/** Of a draft there is no version. */
export type Preview = SettlementPreviewDto | DraftSettlementPreviewDto;

interface Named {
  readonly tenantId: string;
  readonly productId: string;
}

/** What would be paid of a claim that somebody makes up. Every function throws ApiError. */
export const settlementApi = {
  /** By the version that is sold on the first day of cover. */
  sold: ({ tenantId: insurerId, productId }: Named, json: PreviewRequest): Promise<SettlementPreviewDto> =>
    request(apiPath(API_PATHS.settlementPreviews, { insurerId, productId }), settlementPreviewSchema, { method: 'POST', json }),
  /** By the draft, whenever cover starts. */
  draft: ({ tenantId, productId }: Named, json: PreviewRequest): Promise<DraftSettlementPreviewDto> =>
    request(apiPath(API_PATHS.draftSettlementPreviews, { tenantId, productId }), draftSettlementPreviewSchema, { method: 'POST', json }),
};
