import { createRoute, z } from '@hono/zod-openapi';
import { MANAGING, members, SIGNED_IN } from '../access.ts';
import {
  apiKeyListSchema,
  madeApiKeySchema,
  memberInvitationListSchema,
  memberInvitationSchema,
  memberListSchema,
  memberRoleSchema,
  meSchema,
  newApiKeySchema,
  newMemberInvitationSchema,
  newOrganisationSchema,
  organisationSchema,
  sessionListSchema,
} from '../account.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';
import { idempotencyHeaders, idSchema } from './requests.ts';

const tenant = z.object({ tenantId: idSchema });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true as const, content: { 'application/json': { schema } } });
const done = { 204: { description: 'Done.' } };

export const meRoute = createRoute({
  method: 'get',
  path: API_PATHS.me,
  operationId: 'me',
  tags: ['accounts'],
  summary: 'Who is signed in, with tenants and roles',
  responses: { 200: json(meSchema, 'The person.'), ...problems() },
  'x-access': SIGNED_IN,
});

export const listSessionsRoute = createRoute({
  method: 'get',
  path: API_PATHS.mySessions,
  operationId: 'listSessions',
  tags: ['accounts'],
  summary: 'Where the person is signed in',
  responses: { 200: json(sessionListSchema, 'Newest first.'), ...problems() },
  'x-access': SIGNED_IN,
});

export const endSessionRoute = createRoute({
  method: 'delete',
  path: API_PATHS.mySession,
  operationId: 'endSession',
  tags: ['accounts'],
  summary: 'Sign out elsewhere; takes effect at once',
  request: { params: z.object({ sessionId: idSchema }) },
  responses: { ...done, ...problems('invalid-request', 'session-not-found') },
  'x-access': SIGNED_IN,
});

export const endOtherSessionsRoute = createRoute({
  method: 'delete',
  path: API_PATHS.mySessions,
  operationId: 'endOtherSessions',
  tags: ['accounts'],
  summary: 'Sign out everywhere but here; takes effect at once',
  responses: { ...done, ...problems() },
  'x-access': SIGNED_IN,
});

export const myInvitationsRoute = createRoute({
  method: 'get',
  path: API_PATHS.myInvitations,
  operationId: 'myInvitations',
  tags: ['accounts'],
  summary: "Invitations to the person's verified address",
  responses: { 200: json(memberInvitationListSchema, 'Newest first.'), ...problems() },
  'x-access': SIGNED_IN,
});

export const acceptMembershipRoute = createRoute({
  method: 'post',
  path: API_PATHS.acceptInvitation,
  operationId: 'acceptMembership',
  tags: ['accounts'],
  summary: 'Become a member',
  request: { params: z.object({ invitationId: idSchema }) },
  responses: { ...done, ...problems('invalid-request', 'address-unverified', 'invitation-not-found') },
  'x-access': SIGNED_IN,
});

export const addOrganisationRoute = createRoute({
  method: 'post',
  path: API_PATHS.organisations,
  operationId: 'addOrganisation',
  tags: ['organisations'],
  summary: 'Make an organisation, of which one is the owner',
  request: { headers: idempotencyHeaders, body: body(newOrganisationSchema) },
  responses: {
    201: json(organisationSchema, 'Made.'),
    ...problems('invalid-request', 'address-unverified', 'busy', 'idempotency-key-reused'),
  },
  'x-access': SIGNED_IN,
});

export const listMembersRoute = createRoute({
  method: 'get',
  path: API_PATHS.members,
  operationId: 'listMembers',
  tags: ['organisations'],
  summary: 'Members by name',
  request: { params: tenant },
  responses: { 200: json(memberListSchema, 'All of them.'), ...problems('invalid-request') },
  'x-access': members(null),
});

export const setRoleRoute = createRoute({
  method: 'put',
  path: API_PATHS.member,
  operationId: 'setRole',
  tags: ['organisations'],
  summary: 'Change the role of a member; only owners make and unmake owners',
  request: { params: tenant.extend({ userId: idSchema }), body: body(memberRoleSchema) },
  responses: { ...done, ...problems('invalid-request', 'role-lacking', 'member-not-found', 'last-owner') },
  'x-access': MANAGING,
});

export const removeMemberRoute = createRoute({
  method: 'delete',
  path: API_PATHS.member,
  operationId: 'removeMember',
  tags: ['organisations'],
  summary: 'Remove a member, or leave',
  request: { params: tenant.extend({ userId: idSchema }) },
  responses: { ...done, ...problems('invalid-request', 'role-lacking', 'member-not-found', 'last-owner') },
  'x-access': members(null),
});

export const listMemberInvitationsRoute = createRoute({
  method: 'get',
  path: API_PATHS.invitations,
  operationId: 'listMemberInvitations',
  tags: ['organisations'],
  summary: 'Invitations that nobody has accepted yet',
  request: { params: tenant },
  responses: { 200: json(memberInvitationListSchema, 'Newest first.'), ...problems('invalid-request') },
  'x-access': MANAGING,
});

export const inviteMemberRoute = createRoute({
  method: 'post',
  path: API_PATHS.invitations,
  operationId: 'inviteMember',
  tags: ['organisations'],
  summary: 'Invite somebody by mail; an earlier invitation of the address is replaced',
  request: { params: tenant, headers: idempotencyHeaders, body: body(newMemberInvitationSchema) },
  responses: {
    201: json(memberInvitationSchema, 'Invited.'),
    ...problems('invalid-request', 'role-lacking', 'already-member', 'busy', 'idempotency-key-reused'),
  },
  'x-access': MANAGING,
});

export const withdrawMemberInvitationRoute = createRoute({
  method: 'delete',
  path: API_PATHS.invitation,
  operationId: 'withdrawMemberInvitation',
  tags: ['organisations'],
  summary: 'Withdraw an invitation',
  request: { params: tenant.extend({ invitationId: idSchema }) },
  responses: { ...done, ...problems('invalid-request', 'invitation-not-found') },
  'x-access': MANAGING,
});

export const listApiKeysRoute = createRoute({
  method: 'get',
  path: API_PATHS.apiKeys,
  operationId: 'listApiKeys',
  tags: ['api-keys'],
  summary: 'Keys of a tenant, of an organisation or of a person',
  request: { params: tenant },
  responses: { 200: json(apiKeyListSchema, 'Newest first.'), ...problems('invalid-request') },
  'x-access': MANAGING,
});

export const addApiKeyRoute = createRoute({
  method: 'post',
  path: API_PATHS.apiKeys,
  operationId: 'addApiKey',
  tags: ['api-keys'],
  summary: 'Make a key; its secret is shown this once',
  request: { params: tenant, headers: idempotencyHeaders, body: body(newApiKeySchema) },
  responses: { 201: json(madeApiKeySchema, 'Made.'), ...problems('invalid-request', 'busy', 'idempotency-key-reused') },
  'x-access': MANAGING,
});

export const revokeApiKeyRoute = createRoute({
  method: 'delete',
  path: API_PATHS.apiKey,
  operationId: 'revokeApiKey',
  tags: ['api-keys'],
  summary: 'Revoke a key; takes effect at once',
  request: { params: tenant.extend({ keyId: idSchema }) },
  responses: { ...done, ...problems('invalid-request', 'api-key-not-found') },
  'x-access': MANAGING,
});
