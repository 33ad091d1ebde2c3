import { createRoute, z } from '@hono/zod-openapi';
import { managers } from '../access.ts';
import { auditFilterSchema, auditFormatSchema, auditListSchema } from '../audit.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';
import { idSchema } from './requests.ts';

const params = z.object({ tenantId: idSchema });
const text = { schema: { type: 'string' } as const };

export const listAuditRoute = createRoute({
  method: 'get',
  path: API_PATHS.audit,
  operationId: 'listAudit',
  tags: ['audit'],
  summary: 'Who did what to which record',
  request: {
    params,
    query: auditFilterSchema.extend({
      limit: z.coerce.number().int().min(1).max(200).default(50).meta({ type: 'integer', description: 'Entries per page.' }),
      after: z.coerce.number().int().positive().exactOptional().meta({ type: 'integer', description: '`next` of the page before.' }),
    }),
  },
  responses: { 200: json(auditListSchema, 'A page.'), ...problems('invalid-request') },
  'x-access': managers('audit:read'),
});

export const exportAuditRoute = createRoute({
  method: 'get',
  path: API_PATHS.auditExport,
  operationId: 'exportAudit',
  tags: ['audit'],
  summary: 'All entries that pass the filter, newest first, as a file',
  request: { params, query: auditFilterSchema.extend({ format: auditFormatSchema.default('ndjson') }) },
  responses: {
    200: { content: { 'application/x-ndjson': text, 'text/csv': text }, description: 'One entry a line; CSV begins with a line of names.' },
    ...problems('invalid-request'),
  },
  'x-access': managers('audit:read'),
});
