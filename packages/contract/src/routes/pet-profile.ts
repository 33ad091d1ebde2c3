import { createRoute, z } from '@hono/zod-openapi';
import { members, workers } from '../access.ts';
import { speciesSchema } from '../head.ts';
import { API_PATHS } from '../paths.ts';
import { archivedSchema, breedListSchema, petHistorySchema, petProfileSchema, profilePatchSchema } from '../pet-profile.ts';
import { json, problems } from './answers.ts';
import { jsonBody, pageQuery, petParameters } from './requests.ts';

const tags = ['pets'];

export const breedsRoute = createRoute({
  method: 'get',
  path: API_PATHS.breeds,
  operationId: 'searchBreeds',
  tags,
  summary: 'Breeds by a part of their name',
  description: 'In English or Chinese, in any case, with or without accents, words in any order.',
  request: {
    query: z.object({
      species: speciesSchema,
      q: z.string().max(100).default(''),
      limit: z.coerce.number().int().min(1).max(300).default(20).meta({ type: 'integer' }),
    }),
  },
  responses: { 200: json(breedListSchema, 'Breeds that fit, best first.'), ...problems('invalid-request') },
  'x-access': members('pets:read'),
});

export const petProfileRoute = createRoute({
  method: 'get',
  path: API_PATHS.petProfile,
  operationId: 'petProfile',
  tags,
  summary: 'What is known of a pet',
  request: {
    params: petParameters,
    query: z.object({ timeZone: z.string().max(64).default('UTC').meta({ description: 'IANA name, for `nextPhotos`.' }) }),
  },
  responses: { 200: json(petProfileSchema, 'The profile.'), ...problems('invalid-request', 'pet-not-found') },
  'x-access': members('pets:read'),
});

export const editPetRoute = createRoute({
  method: 'patch',
  path: API_PATHS.petProfile,
  operationId: 'editPet',
  tags,
  summary: 'Change what is known of a pet',
  request: { params: petParameters, body: jsonBody(profilePatchSchema) },
  responses: {
    200: json(petProfileSchema, 'The profile after the change.'),
    ...problems('invalid-request', 'cross-site-request', 'pet-not-found', 'pet-changed'),
  },
  'x-access': workers('pets:write'),
});

export const archivePetRoute = createRoute({
  method: 'put',
  path: API_PATHS.petArchived,
  operationId: 'archivePet',
  tags,
  summary: 'Put a pet away, or bring it back',
  description: 'Archived pets are kept with their photos; searches leave them out.',
  request: { params: petParameters, body: jsonBody(archivedSchema) },
  responses: {
    200: json(petProfileSchema, 'The profile after the change.'),
    ...problems('invalid-request', 'cross-site-request', 'pet-not-found', 'owner-only'),
  },
  'x-access': workers('pets:write'),
});

export const petHistoryRoute = createRoute({
  method: 'get',
  path: API_PATHS.petHistory,
  operationId: 'petHistory',
  tags,
  summary: 'What happened to a pet, newest first',
  request: { params: petParameters, query: pageQuery },
  responses: { 200: json(petHistorySchema, 'A page of the history.'), ...problems('invalid-request', 'pet-not-found') },
  'x-access': members('pets:read'),
});
