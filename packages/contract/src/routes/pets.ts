import { createRoute, z } from '@hono/zod-openapi';
import { members, verifiedWorkers, workers } from '../access.ts';
import { API_PATHS } from '../paths.ts';
import {
  addPhotosByUrlSchema,
  addPhotosFormSchema,
  enrolmentByUrlSchema,
  enrolmentFormSchema,
  enrolmentSchema,
  petListSchema,
  petSchema,
} from '../pet.ts';
import { flagSchema } from '../photo-form.ts';
import { json, problems } from './answers.ts';
import { idempotencyHeaders, pageQuery, petParameters, photosBody } from './requests.ts';

export const listPetsRoute = createRoute({
  method: 'get',
  path: API_PATHS.pets,
  operationId: 'listPets',
  tags: ['pets'],
  summary: 'Enrolled pets by name, a page at a time',
  request: { query: pageQuery.extend({ archived: flagSchema.meta({ description: 'The archived ones instead.' }) }) },
  responses: { 200: json(petListSchema, 'A page of pets.'), ...problems('invalid-request') },
  'x-access': members('pets:read'),
});

export const enrolPetRoute = createRoute({
  method: 'post',
  path: API_PATHS.pets,
  operationId: 'enrolPet',
  tags: ['pets'],
  summary: 'Enrol a pet from its photos',
  description:
    'Looks for pets that may be the same animal first, and stores nothing when it finds one. ' +
    'Photos that are of no use (unreadable, no head, sent twice) are left out and named in `skipped`; the pet is stored wholly or not at all. ' +
    'A photo that cannot be had from its address stops the enrolment: the host may only be away.',
  request: { headers: idempotencyHeaders, body: photosBody(enrolmentFormSchema, enrolmentByUrlSchema) },
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
      'storage-full',
    ),
  },
  'x-access': verifiedWorkers('pets:write'),
});

export const showPetRoute = createRoute({
  method: 'get',
  path: API_PATHS.pet,
  operationId: 'showPet',
  tags: ['pets'],
  summary: 'One pet with its photos',
  request: { params: petParameters },
  responses: { 200: json(petSchema, 'The pet.'), ...problems('invalid-request', 'pet-not-found') },
  'x-access': members('pets:read'),
});

export const forgetPetRoute = createRoute({
  method: 'delete',
  path: API_PATHS.pet,
  operationId: 'forgetPet',
  tags: ['pets'],
  summary: 'Erase a pet, and those merged into it: profile, photos, templates, history',
  request: { params: petParameters },
  responses: {
    204: { description: 'Erased.' },
    ...problems('invalid-request', 'cross-site-request', 'owner-only', 'pet-not-found'),
  },
  'x-access': workers('pets:write'),
});

export const addPhotosRoute = createRoute({
  method: 'post',
  path: API_PATHS.petPhotos,
  operationId: 'addPhotos',
  tags: ['pets'],
  summary: 'Add photos to a pet',
  request: {
    params: petParameters,
    headers: idempotencyHeaders,
    body: photosBody(addPhotosFormSchema, addPhotosByUrlSchema),
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
      'idempotency-key-reused',
      'storage-full',
    ),
  },
  'x-access': verifiedWorkers('pets:write'),
});
