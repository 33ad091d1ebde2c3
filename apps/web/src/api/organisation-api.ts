import {
  API_PATHS,
  apiKeyListSchema,
  apiPath,
  madeApiKeySchema,
  memberInvitationListSchema,
  memberInvitationSchema,
  memberListSchema,
  type newApiKeySchema,
  type newMemberInvitationSchema,
  type newOrganisationSchema,
  organisationSchema,
  type RoleDto,
} from '@snout/contract';
import type { z } from 'zod';
import { making } from './making.ts';
import { request, requestNothing } from './request.ts';

export type Member = z.infer<typeof memberListSchema>['members'][number];
export type MemberInvitation = z.infer<typeof memberInvitationSchema>;
export type ApiKey = z.infer<typeof apiKeyListSchema>['keys'][number];
export type MadeApiKey = z.infer<typeof madeApiKeySchema>;
export type Organisation = z.infer<typeof organisationSchema>;

/** Organisations, their members and the keys of tenants. Every function throws ApiError. */
export const organisationApi = {
  add: (organisation: z.input<typeof newOrganisationSchema>): Promise<Organisation> =>
    request(API_PATHS.organisations, organisationSchema, making(organisation)),

  members: async (tenantId: string): Promise<readonly Member[]> =>
    (await request(apiPath(API_PATHS.members, { tenantId }), memberListSchema)).members,
  setRole: (tenantId: string, userId: string, role: RoleDto): Promise<void> =>
    requestNothing(apiPath(API_PATHS.member, { tenantId, userId }), { method: 'PUT', json: { role } }),
  removeMember: (tenantId: string, userId: string): Promise<void> =>
    requestNothing(apiPath(API_PATHS.member, { tenantId, userId }), { method: 'DELETE' }),

  invitations: async (tenantId: string): Promise<readonly MemberInvitation[]> =>
    (await request(apiPath(API_PATHS.invitations, { tenantId }), memberInvitationListSchema)).invitations,
  invite: (tenantId: string, invitation: z.input<typeof newMemberInvitationSchema>): Promise<MemberInvitation> =>
    request(apiPath(API_PATHS.invitations, { tenantId }), memberInvitationSchema, making(invitation)),
  withdraw: (tenantId: string, invitationId: string): Promise<void> =>
    requestNothing(apiPath(API_PATHS.invitation, { tenantId, invitationId }), { method: 'DELETE' }),

  keys: async (tenantId: string): Promise<readonly ApiKey[]> =>
    (await request(apiPath(API_PATHS.apiKeys, { tenantId }), apiKeyListSchema)).keys,
  addKey: (tenantId: string, key: z.input<typeof newApiKeySchema>): Promise<MadeApiKey> =>
    request(apiPath(API_PATHS.apiKeys, { tenantId }), madeApiKeySchema, making(key)),
  revokeKey: (tenantId: string, keyId: string): Promise<void> =>
    requestNothing(apiPath(API_PATHS.apiKey, { tenantId, keyId }), { method: 'DELETE' }),
};
