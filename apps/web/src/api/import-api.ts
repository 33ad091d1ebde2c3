import {
  API_PATHS,
  apiPath,
  type ImportDto,
  type ImportResultsDto,
  importListSchema,
  importResultsSchema,
  importSchema,
} from '@snout/contract';
import type { Sent } from './post-with-progress.ts';
import { request } from './request.ts';

export type ImportOutcome = ImportResultsDto['results'][number]['outcome'];

export interface ImportToStart {
  /** A list, or a zip with a list and photos. */
  readonly list: File;
  /** A zip of photos beside a list. */
  readonly photos: File | null;
  readonly dryRun: boolean;
  /** The same for every repetition of the same request. */
  readonly idempotencyKey: string;
  readonly onSent: (sent: Sent) => void;
}

/** Files of many pets, and what becomes of their rows. Every function throws ApiError. */
export const importApi = {
  start: ({ list, photos, dryRun, idempotencyKey, onSent }: ImportToStart): Promise<ImportDto> => {
    const body = new FormData();
    body.set('file', list, list.name);
    if (photos) body.set('photos', photos, photos.name);
    body.set('dryRun', String(dryRun));
    return request(API_PATHS.imports, importSchema, { method: 'POST', body, headers: { 'idempotency-key': idempotencyKey }, onSent });
  },
  list: async (): Promise<readonly ImportDto[]> => (await request(API_PATHS.imports, importListSchema)).imports,
  show: (importId: string): Promise<ImportDto> => request(apiPath(API_PATHS.import, { importId }), importSchema),
  cancel: (importId: string): Promise<ImportDto> =>
    request(apiPath(API_PATHS.importCancel, { importId }), importSchema, { method: 'POST' }),
  results: (importId: string, outcome: ImportOutcome | null, after: number): Promise<ImportResultsDto> => {
    const query = new URLSearchParams({ limit: '50', after: String(after), ...(outcome === null ? {} : { outcome }) });
    return request(`${apiPath(API_PATHS.importResults, { importId })}?${query}`, importResultsSchema);
  },
  /** All results as a table. */
  resultsAddress: (importId: string): string => apiPath(API_PATHS.importResultsFile, { importId }),
};
