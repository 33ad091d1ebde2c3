import { createRoute, z } from '@hono/zod-openapi';
import { OWNING } from '../access.ts';
import { erasurePlanSchema, erasureSchema, newErasureSchema } from '../erasure.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';
import { idSchema, jsonBody } from './requests.ts';

const tenant = z.object({ tenantId: idSchema });

export const planErasureRoute = createRoute({
  method: 'get',
  path: API_PATHS.erasure,
  operationId: 'planErasure',
  tags: ['erasure'],
  summary: 'What it would mean to erase everything of a tenant',
  request: { params: tenant },
  responses: { 200: json(erasurePlanSchema, 'Nothing has changed.'), ...problems('invalid-request') },
  'x-access': OWNING,
});

export const eraseRoute = createRoute({
  method: 'post',
  path: API_PATHS.erasure,
  operationId: 'erase',
  tags: ['erasure'],
  summary: 'Erase everything of a tenant: of a person the account, of an organisation the organisation',
  description:
    'For an owner who signed in within the last ten minutes. Nobody gets in from then on; pets, photos and everything else are erased at once by ' +
    'a job that survives interruptions, and a mail says when it is done. It cannot be undone.',
  request: { params: tenant, body: jsonBody(newErasureSchema) },
  responses: {
    202: json(erasureSchema, 'It is being done.'),
    ...problems(
      'invalid-request',
      'fresh-sign-in-required',
      'confirmation-differs',
      'pets-shared',
      'organisation-needs-owner',
      'operator-stays',
    ),
  },
  'x-access': OWNING,
});
