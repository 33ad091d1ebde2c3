import { createRoute, z } from '@hono/zod-openapi';
import { API_PATHS } from '../paths.ts';
import { addPhotosFormSchema, enrolmentFormSchema, enrolmentSchema, petListSchema, petSchema } from '../pet.ts';
import { json, problems } from './answers.ts';
import { idempotencyHeaders, multipart, pageQuery, petParameters } from './requests.ts';

export const listPetsRoute = createRoute({
  method: 'get',
  path: API_PATHS.pets,
  operationId: 'listPets',
  tags: ['pets'],
  summary: 'Enrolled pets by name, a page at a time',
  request: { query: pageQuery },
  responses: { 200: json(petListSchema, 'A page of pets.'), ...problems('invalid-request') },
});

export const enrolPetRoute = createRoute({
  method: 'post',
  path: API_PATHS.pets,
  operationId: 'enrolPet',
  tags: ['pets'],
  summary: 'Enrol a pet from its photos',
  description:
    'Looks for pets that may be the same animal first, and stores nothing when it finds one. ' +
    'Photos that are of no use (unreadable, no head, sent twice) are left out and named in `skipped`; the pet is stored wholly or not at all.',
  request: { headers: idempotencyHeaders, body: multipart(enrolmentFormSchema) },
  responses: {
    201: {
      ...json(enrolmentSchema, 'Enrolled; also the answer when the same request is repeated.'),
      headers: z.object({ location: z.string() }),
    },
    ...problems(
      'invalid-request',
      'cross-site-request',
      'possible-duplicate',
      'request-too-large',
      'unsupported-media-type',
      'busy',
      'photos-unusable',
      'idempotency-key-reused',
    ),
  },
});

export const showPetRoute = createRoute({
  method: 'get',
  path: API_PATHS.pet,
  operationId: 'showPet',
  tags: ['pets'],
  summary: 'One pet with its photos',
  request: { params: petParameters },
  responses: { 200: json(petSchema, 'The pet.'), ...problems('invalid-request', 'pet-not-found') },
});

export const forgetPetRoute = createRoute({
  method: 'delete',
  path: API_PATHS.pet,
  operationId: 'forgetPet',
  tags: ['pets'],
  summary: 'Forget a pet: its photos and templates are deleted',
  request: { params: petParameters },
  responses: {
    204: { description: 'Forgotten.' },
    ...problems('invalid-request', 'cross-site-request', 'pet-not-found'),
  },
});

export const addPhotosRoute = createRoute({
  method: 'post',
  path: API_PATHS.petPhotos,
  operationId: 'addPhotos',
  tags: ['pets'],
  summary: 'Add photos to a pet',
  request: {
    params: petParameters,
    body: multipart(addPhotosFormSchema),
  },
  responses: {
    200: json(enrolmentSchema, 'The pet with all photos it has now.'),
    ...problems(
      'invalid-request',
      'cross-site-request',
      'pet-not-found',
      'request-too-large',
      'unsupported-media-type',
      'busy',
      'photos-unusable',
    ),
  },
});
