import { expect, it } from 'vitest';
import { createApiApp } from '../api-app.ts';
import { checkEveryRouteIsControlled } from './access-control.ts';

it('refuses to start with a route below /api that no definition speaks of', () => {
  const app = createApiApp();
  app.get('/health', (context) => context.text('anybody may ask'));
  app.get('/api/pets', (context) => context.text('in the contract'));
  expect(() => checkEveryRouteIsControlled(app)).not.toThrow();
  app.post('/api/pets/:petId/secrets', (context) => context.text('open to everybody'));
  expect(() => checkEveryRouteIsControlled(app)).toThrow('Not in the contract: POST /api/pets/:petId/secrets.');
});
