import { API_PATHS, type AuditEntryDto, type AuditFilterDto, type AuditListDto, apiPath, auditListSchema } from '@snout/contract';
import { request } from './request.ts';

export type AuditPage = AuditListDto;
export type AuditEntry = AuditEntryDto;

/** Who did what to a tenant's records. @throws ApiError */
export const auditApi = {
  list: (tenantId: string, filter: AuditFilterDto, after: number | null): Promise<AuditPage> => {
    const query = new URLSearchParams({ ...filter, ...(after === null ? {} : { after: String(after) }) });
    return request(`${apiPath(API_PATHS.audit, { tenantId })}?${query}`, auditListSchema);
  },

  /** Where a browser gets everything that passes the filter as a file. */
  exportAddress: (tenantId: string, filter: AuditFilterDto, format: 'csv' | 'ndjson'): string =>
    `${apiPath(API_PATHS.auditExport, { tenantId })}?${new URLSearchParams({ ...filter, format })}`,
};
