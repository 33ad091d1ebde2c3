import { createRoute } from '@hono/zod-openapi';
import { members, SIGNED_IN, verifiedWorkers, workers } from '../access.ts';
import { API_PATHS } from '../paths.ts';
import {
  carerListSchema,
  invitationListSchema,
  invitationOfferSchema,
  invitationTokenSchema,
  madeInvitationSchema,
  newInvitationSchema,
  petProfileSchema,
} from '../pet-profile.ts';
import { json, problems } from './answers.ts';
import { carerParameters, idempotencyHeaders, invitationParameters, jsonBody, petParameters } from './requests.ts';

const tags = ['carers'];
const token = { body: jsonBody(invitationTokenSchema) };

export const listCarersRoute = createRoute({
  method: 'get',
  path: API_PATHS.petCarers,
  operationId: 'listCarers',
  tags,
  summary: 'Who cares for a pet',
  request: { params: petParameters },
  responses: { 200: json(carerListSchema, 'The owner and the carers.'), ...problems('invalid-request', 'pet-not-found') },
  'x-access': members('pets:read'),
});

export const removeCarerRoute = createRoute({
  method: 'delete',
  path: API_PATHS.petCarer,
  operationId: 'removeCarer',
  tags,
  summary: "End somebody's caring, or the own",
  request: { params: carerParameters },
  responses: { 204: { description: 'Ended.' }, ...problems('invalid-request', 'cross-site-request', 'pet-not-found', 'owner-only') },
  'x-access': workers('pets:write'),
});

export const inviteRoute = createRoute({
  method: 'post',
  path: API_PATHS.petInvitations,
  operationId: 'invite',
  tags,
  summary: 'Invite a carer, or offer the pet to a new owner',
  description:
    'Answers a secret that is good once, for 7 days, and mails it where an address is given. A new offer of a transfer takes the one before back.',
  request: { params: petParameters, headers: idempotencyHeaders, body: jsonBody(newInvitationSchema) },
  responses: {
    201: json(madeInvitationSchema, 'The invitation with its secret.'),
    ...problems(
      'invalid-request',
      'cross-site-request',
      'pet-not-found',
      'owner-only',
      'busy',
      'idempotency-key-reused',
      'too-many-attempts',
    ),
  },
  'x-access': verifiedWorkers('pets:write'),
});

export const listInvitationsRoute = createRoute({
  method: 'get',
  path: API_PATHS.petInvitations,
  operationId: 'listInvitations',
  tags,
  summary: 'Invitations of a pet that are open',
  request: { params: petParameters },
  responses: { 200: json(invitationListSchema, 'Open invitations.'), ...problems('invalid-request', 'pet-not-found', 'owner-only') },
  'x-access': workers('pets:write'),
});

export const withdrawInvitationRoute = createRoute({
  method: 'delete',
  path: API_PATHS.petInvitation,
  operationId: 'withdrawInvitation',
  tags,
  summary: 'Take an invitation back',
  request: { params: invitationParameters },
  responses: {
    204: { description: 'Taken back.' },
    ...problems('invalid-request', 'cross-site-request', 'pet-not-found', 'owner-only', 'invitation-not-found', 'invitation-over'),
  },
  'x-access': workers('pets:write'),
});

export const showInvitationRoute = createRoute({
  method: 'post',
  path: API_PATHS.invitationShow,
  operationId: 'showInvitation',
  tags,
  summary: 'What an invitation offers',
  description: 'A POST, so that the secret stands in no address and no log.',
  request: token,
  responses: {
    200: json(invitationOfferSchema, 'What is offered.'),
    ...problems('invalid-request', 'cross-site-request', 'invitation-not-found', 'invitation-over'),
  },
  'x-access': SIGNED_IN,
});

export const acceptInvitationRoute = createRoute({
  method: 'post',
  path: API_PATHS.invitationAccept,
  operationId: 'acceptInvitation',
  tags,
  summary: 'Become a carer, or the owner',
  description: 'With a new owner the history stays; contact notes, carers and open invitations of the old one go.',
  request: token,
  responses: {
    200: json(petProfileSchema, 'The pet, which the caller sees now.'),
    ...problems('invalid-request', 'cross-site-request', 'invitation-not-found', 'invitation-over', 'own-invitation'),
  },
  'x-access': verifiedWorkers(null),
});

export const declineInvitationRoute = createRoute({
  method: 'post',
  path: API_PATHS.invitationDecline,
  operationId: 'declineInvitation',
  tags,
  summary: 'Decline an invitation',
  request: token,
  responses: {
    204: { description: 'Declined.' },
    ...problems('invalid-request', 'cross-site-request', 'invitation-not-found', 'invitation-over'),
  },
  'x-access': SIGNED_IN,
});
