import { createRoute, z } from '@hono/zod-openapi';
import { members, verifiedWorkers, workers } from '../access.ts';
import { importListSchema, importOutcomeSchema, importResultsSchema, importRowSchema, importSchema, newImportSchema } from '../import.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';
import { idempotencyHeaders, idSchema, multipart } from './requests.ts';

const one = z.object({ importId: idSchema });
const common = { tags: ['imports'] };

export const startImportRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.imports,
  operationId: 'startImport',
  summary: 'Many pets at once, from a file',
  description:
    'Takes the file in and answers; a job then does row after row, each as `POST /api/pets` would. A row that fails stops no other. ' +
    `Fields of a row: ${Object.keys(importRowSchema.shape).join(', ')}. The webhook event \`import.finished\` tells of the end.`,
  request: { headers: idempotencyHeaders, body: multipart(newImportSchema) },
  responses: {
    202: { ...json(importSchema, 'Taken in.'), headers: z.object({ location: z.string() }) },
    ...problems(
      'invalid-request',
      'cross-site-request',
      'import-unreadable',
      'request-too-large',
      'unsupported-media-type',
      'busy',
      'idempotency-key-reused',
    ),
  },
  'x-access': verifiedWorkers('pets:write'),
});

export const listImportsRoute = createRoute({
  ...common,
  method: 'get',
  path: API_PATHS.imports,
  operationId: 'listImports',
  summary: 'The newest imports; kept for 30 days after their end',
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20).meta({ type: 'integer' }) }) },
  responses: { 200: json(importListSchema, 'Newest first.'), ...problems('invalid-request') },
  'x-access': members('pets:read'),
});

export const showImportRoute = createRoute({
  ...common,
  method: 'get',
  path: API_PATHS.import,
  operationId: 'showImport',
  summary: 'How far an import is',
  request: { params: one },
  responses: { 200: json(importSchema, 'The import.'), ...problems('invalid-request', 'import-not-found') },
  'x-access': members('pets:read'),
});

export const listImportResultsRoute = createRoute({
  ...common,
  method: 'get',
  path: API_PATHS.importResults,
  operationId: 'listImportResults',
  summary: 'What became of each row so far',
  request: {
    params: one,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100).meta({ type: 'integer', description: 'Rows per page.' }),
      after: z.coerce.number().int().min(0).max(1_000_000).default(0).meta({ type: 'integer', description: '`next` of the page before.' }),
      outcome: importOutcomeSchema.optional(),
    }),
  },
  responses: { 200: json(importResultsSchema, 'A page of results.'), ...problems('invalid-request', 'import-not-found') },
  'x-access': members('pets:read'),
});

export const downloadImportResultsRoute = createRoute({
  ...common,
  method: 'get',
  path: API_PATHS.importResultsFile,
  operationId: 'downloadImportResults',
  summary: 'The same as CSV, all of it',
  request: { params: one },
  responses: {
    200: { content: { 'text/csv': { schema: { type: 'string' } as const } }, description: 'A line for each row.' },
    ...problems('invalid-request', 'import-not-found'),
  },
  'x-access': members('pets:read'),
});

export const cancelImportRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.importCancel,
  operationId: 'cancelImport',
  summary: 'Begin no further row; what was made stays',
  request: { params: one },
  responses: { 200: json(importSchema, 'As it is now.'), ...problems('invalid-request', 'cross-site-request', 'import-not-found') },
  'x-access': workers('pets:write'),
});
