import { createRoute } from '@hono/zod-openapi';
import { members, workers } from '../access.ts';
import { API_PATHS } from '../paths.ts';
import { madeMergeSchema, mergeListSchema, newMergeSchema, petProfileSchema } from '../pet-profile.ts';
import { json, problems } from './answers.ts';
import { idempotencyHeaders, jsonBody, mergeParameters, petParameters } from './requests.ts';

const tags = ['merges'];

export const mergePetsRoute = createRoute({
  method: 'post',
  path: API_PATHS.petMerges,
  operationId: 'mergePets',
  tags,
  summary: 'Two entries are one animal: hand the photos and carers of the other over to this pet',
  description: 'Nothing is deleted, and it can be undone.',
  request: { params: petParameters, headers: idempotencyHeaders, body: jsonBody(newMergeSchema) },
  responses: {
    201: json(madeMergeSchema, 'Merged.'),
    ...problems(
      'invalid-request',
      'cross-site-request',
      'pet-not-found',
      'owner-only',
      'merge-impossible',
      'busy',
      'idempotency-key-reused',
    ),
  },
  'x-access': workers('pets:write'),
});

export const listMergesRoute = createRoute({
  method: 'get',
  path: API_PATHS.petMerges,
  operationId: 'listMerges',
  tags,
  summary: 'Merges of a pet that can be undone',
  request: { params: petParameters },
  responses: { 200: json(mergeListSchema, 'Newest first.'), ...problems('invalid-request', 'pet-not-found', 'owner-only') },
  'x-access': members('pets:read'),
});

export const undoMergeRoute = createRoute({
  method: 'post',
  path: API_PATHS.petMergeUndo,
  operationId: 'undoMerge',
  tags,
  summary: 'Undo a merge',
  description: 'Photos, carers and profile go back; what was added to the kept pet since stays with it.',
  request: { params: mergeParameters },
  responses: {
    200: json(petProfileSchema, 'The pet that is back.'),
    ...problems('invalid-request', 'cross-site-request', 'merge-not-found', 'merge-stays', 'owner-only', 'pet-not-found'),
  },
  'x-access': workers('pets:write'),
});
