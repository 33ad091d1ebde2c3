import { createRoute, z } from '@hono/zod-openapi';
import { TAKING_ALONG } from '../access.ts';
import { API_PATHS } from '../paths.ts';
import { problems } from './answers.ts';
import { idSchema } from './requests.ts';

const ZIP = {
  content: { 'application/zip': { schema: { type: 'string', format: 'binary' } as const } },
  description: 'The zip, sent while it is made: its length is not known before.',
};

export const exportRoute = createRoute({
  method: 'get',
  path: API_PATHS.export,
  operationId: 'exportEverything',
  tags: ['export'],
  summary: 'Everything one has, as a zip',
  description:
    '`account.json` about the person (profile, sessions, organisations, keys, preferences, audit entries), unless it is asked for in the name of an ' +
    'organisation. Of each pet `pets/ID/pet.json` (profile, carers, whole history, facts and templates of photos) and its photos as they were stored; ' +
    '`pets.json`, the list, comes last: a zip without it is not whole.',
  responses: { 200: ZIP, ...problems() },
  'x-access': TAKING_ALONG,
});

export const exportTenantRoute = createRoute({
  method: 'get',
  path: API_PATHS.exportTenant,
  operationId: 'exportTenant',
  tags: ['export'],
  summary: 'Everything of one tenant, as a zip',
  description: 'As `exportEverything` in the name of that tenant, for a link, which sends no header.',
  request: { params: z.object({ tenantId: idSchema }) },
  responses: { 200: ZIP, ...problems('invalid-request') },
  'x-access': TAKING_ALONG,
});
