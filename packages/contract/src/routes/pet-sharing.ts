import { createRoute, z } from '@hono/zod-openapi';
import { ANYONE, workers } from '../access.ts';
import { API_PATHS } from '../paths.ts';
import { petProfileSchema } from '../pet-profile.ts';
import { findableSchema, newPetShareSchema, petShareAnswerSchema, sharedPetSchema } from '../pet-sharing.ts';
import { jpegAnswer, json, problems } from './answers.ts';
import { idSchema, jsonBody, petParameters } from './requests.ts';

const tags = ['sharing'];

export const showShareRoute = createRoute({
  method: 'get',
  path: API_PATHS.petShare,
  operationId: 'showShare',
  tags,
  summary: 'The link that shows a pet to whoever has it',
  request: { params: petParameters },
  responses: {
    200: json(petShareAnswerSchema, 'The link, if there is one.'),
    ...problems('invalid-request', 'pet-not-found', 'owner-only'),
  },
  'x-access': workers('pets:write'),
});

export const sharePetRoute = createRoute({
  method: 'put',
  path: API_PATHS.petShare,
  operationId: 'sharePet',
  tags,
  summary: 'Make the link, or change what it shows',
  description: 'Contacts, medical notes and whole photos are never shown. A link is good until it is ended, or the pet gets a new owner.',
  request: { params: petParameters, body: jsonBody(newPetShareSchema) },
  responses: {
    200: json(petShareAnswerSchema, 'The link.'),
    ...problems('invalid-request', 'cross-site-request', 'pet-not-found', 'owner-only'),
  },
  'x-access': workers('pets:write'),
});

export const endShareRoute = createRoute({
  method: 'delete',
  path: API_PATHS.petShare,
  operationId: 'endShare',
  tags,
  summary: 'End the link',
  description: 'The next one is another.',
  request: { params: petParameters },
  responses: { 204: { description: 'Ended.' }, ...problems('invalid-request', 'cross-site-request', 'pet-not-found', 'owner-only') },
  'x-access': workers('pets:write'),
});

export const setFindableRoute = createRoute({
  method: 'put',
  path: API_PATHS.petFindable,
  operationId: 'setFindable',
  tags,
  summary: 'Say whether a finder may be led to the owner',
  description: 'Pets of personal accounts are found unless their owner says otherwise, those of organisations only when they say so.',
  request: { params: petParameters, body: jsonBody(findableSchema) },
  responses: {
    200: json(petProfileSchema, 'The profile after the change.'),
    ...problems('invalid-request', 'cross-site-request', 'pet-not-found', 'owner-only'),
  },
  'x-access': workers('pets:write'),
});

export const sharedPetRoute = createRoute({
  method: 'get',
  path: API_PATHS.sharedPet,
  operationId: 'sharedPet',
  tags,
  summary: 'What a link shows',
  request: { params: z.object({ shareToken: idSchema }) },
  responses: {
    200: json(sharedPetSchema, 'What the owner chose to show.'),
    ...problems('invalid-request', 'share-not-found', 'too-many-attempts'),
  },
  'x-access': ANYONE,
});

export const sharedPetPhotoRoute = createRoute({
  method: 'get',
  path: API_PATHS.sharedPetPhoto,
  operationId: 'sharedPetPhoto',
  tags,
  summary: 'The head in a photo that a link shows, 320 pixels a side, without metadata',
  request: { params: z.object({ shareToken: idSchema, number: z.coerce.number().int().min(1).max(20).meta({ type: 'integer' }) }) },
  responses: {
    200: jpegAnswer,
    ...problems('invalid-request', 'share-not-found', 'photo-not-found', 'photo-file-missing', 'too-many-attempts'),
  },
  'x-access': ANYONE,
});
