import { API_PATHS, apiPath } from '@snout/contract';
import { type SettlementPreviewDto, type settlementPreviewRequestSchema, settlementPreviewSchema } from '@snout/contract/settlement';
import type { z } from 'zod';
import { request } from './request.ts';

export type PreviewRequest = z.input<typeof settlementPreviewRequestSchema>;

interface Previewed {
  readonly insurerId: string;
  readonly productId: string;
}

/** What would be paid of a claim by the version that is sold on the first day of cover. @throws ApiError */
export function previewSettlement(previewed: Previewed, json: PreviewRequest): Promise<SettlementPreviewDto> {
  return request(apiPath(API_PATHS.settlementPreviews, { ...previewed }), settlementPreviewSchema, { method: 'POST', json });
}
