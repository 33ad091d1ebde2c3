import { createRoute } from '@hono/zod-openapi';
import { ANYONE } from '../access.ts';
import { foundPetAnswerSchema, foundPetFormSchema, foundPetMessageSchema } from '../found-pet.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';
import { idempotencyHeaders, jsonBody, multipart } from './requests.ts';

const tags = ['found animals'];

export const searchFoundPetRoute = createRoute({
  method: 'post',
  path: API_PATHS.foundPets,
  operationId: 'searchFoundPet',
  tags,
  summary: "Is this found animal somebody's registered pet?",
  description:
    'For anybody, ten times an hour. Photos are not kept. The answer never says which pet it is, whose, or how alike; only pets whose owners allow it are found.',
  request: { body: multipart(foundPetFormSchema) },
  responses: {
    200: json(foundPetAnswerSchema, 'Whether there likely is such a pet, and a ticket for a message to its owner.'),
    ...problems(
      'invalid-request',
      'cross-site-request',
      'request-too-large',
      'unsupported-media-type',
      'busy',
      'photos-unusable',
      'too-many-attempts',
    ),
  },
  'x-access': ANYONE,
});

export const leaveFoundMessageRoute = createRoute({
  method: 'post',
  path: API_PATHS.foundPetMessages,
  operationId: 'leaveFoundMessage',
  tags,
  summary: 'Leave the owner of a found animal one message',
  description: 'It is handed on by mail. Neither side learns an address but what the finder writes.',
  request: { headers: idempotencyHeaders, body: jsonBody(foundPetMessageSchema) },
  responses: {
    204: { description: 'Taken for delivery.' },
    ...problems(
      'invalid-request',
      'cross-site-request',
      'request-too-large',
      'busy',
      'found-ticket-over',
      'found-messages-too-many',
      'too-many-attempts',
      'idempotency-key-reused',
    ),
  },
  'x-access': ANYONE,
});
