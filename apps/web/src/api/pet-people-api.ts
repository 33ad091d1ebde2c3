import {
  API_PATHS,
  apiPath,
  carerListSchema,
  invitationListSchema,
  invitationOfferSchema,
  type madeInvitationSchema as MadeInvitationSchema,
  madeInvitationSchema,
  type PetProfileDto,
  petProfileSchema,
} from '@snout/contract';
import type { z } from 'zod';
import { request, requestNothing } from './request.ts';

export type CarerList = z.infer<typeof carerListSchema>;
export type InvitationList = z.infer<typeof invitationListSchema>;
export type InvitationOffer = z.infer<typeof invitationOfferSchema>;
export type InvitationKind = InvitationOffer['kind'];
export type MadeInvitation = z.infer<typeof MadeInvitationSchema>;

/** Who cares for a pet, and offers of it. Every function throws ApiError. */
export const petPeopleApi = {
  carers: (petId: string): Promise<CarerList> => request(apiPath(API_PATHS.petCarers, { petId }), carerListSchema),

  removeCarer: (petId: string, tenantId: string): Promise<void> =>
    requestNothing(apiPath(API_PATHS.petCarer, { petId, tenantId }), { method: 'DELETE' }),

  invitations: (petId: string): Promise<InvitationList> => request(apiPath(API_PATHS.petInvitations, { petId }), invitationListSchema),

  /** The secret is mailed to the address. */
  invite: (petId: string, kind: InvitationKind, email: string): Promise<MadeInvitation> =>
    request(apiPath(API_PATHS.petInvitations, { petId }), madeInvitationSchema, { method: 'POST', json: { kind, email } }),

  withdraw: (petId: string, invitationId: string): Promise<void> =>
    requestNothing(apiPath(API_PATHS.petInvitation, { petId, invitationId }), { method: 'DELETE' }),

  offer: (token: string): Promise<InvitationOffer> =>
    request(API_PATHS.invitationShow, invitationOfferSchema, { method: 'POST', json: { token } }),

  accept: (token: string): Promise<PetProfileDto> =>
    request(API_PATHS.invitationAccept, petProfileSchema, { method: 'POST', json: { token } }),

  decline: (token: string): Promise<void> => requestNothing(API_PATHS.invitationDecline, { method: 'POST', json: { token } }),
};
