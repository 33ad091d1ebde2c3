import { createRoute, z } from '@hono/zod-openapi';
import { aboutSchema, healthSchema } from '../about.ts';
import { ANYONE } from '../access.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';

export const healthRoute = createRoute({
  method: 'get',
  path: API_PATHS.health,
  operationId: 'health',
  tags: ['service'],
  summary: 'Is the service ready?',
  responses: { 200: json(healthSchema, 'Ready.'), ...problems() },
  'x-access': ANYONE,
});

export const aboutRoute = createRoute({
  method: 'get',
  path: API_PATHS.about,
  operationId: 'about',
  tags: ['service'],
  summary: 'Version, models, limits and licences',
  responses: { 200: json(aboutSchema, 'About this service.'), ...problems() },
  'x-access': ANYONE,
});

export const openApiRoute = createRoute({
  method: 'get',
  path: API_PATHS.openApi,
  operationId: 'openApi',
  tags: ['service'],
  summary: 'This description of the API, as OpenAPI 3.1',
  responses: { 200: json(z.record(z.string(), z.unknown()), 'The description.'), ...problems() },
  'x-access': ANYONE,
});
