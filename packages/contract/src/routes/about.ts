import { createRoute } from '@hono/zod-openapi';
import { aboutSchema, healthSchema } from '../about.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';

export const healthRoute = createRoute({
  method: 'get',
  path: API_PATHS.health,
  operationId: 'health',
  tags: ['service'],
  summary: 'Is the service ready?',
  responses: { 200: json(healthSchema, 'Ready.'), ...problems() },
});

export const aboutRoute = createRoute({
  method: 'get',
  path: API_PATHS.about,
  operationId: 'about',
  tags: ['service'],
  summary: 'Version, models, limits and licences',
  responses: { 200: json(aboutSchema, 'About this service.'), ...problems() },
});
