import {
  API_PATHS,
  apiPath,
  mailPreferencesSchema,
  memberInvitationListSchema,
  type OptionalMailKindDto,
  passkeyListSchema,
  pushKeySchema,
  type SIGN_IN_FORMS,
  sessionListSchema,
} from '@snout/contract';
import { z } from 'zod';
import { request, requestNothing } from './request.ts';

type Form<Name extends keyof typeof SIGN_IN_FORMS> = z.input<(typeof SIGN_IN_FORMS)[Name]>;
export type Passkey = z.infer<typeof passkeyListSchema>[number];
export type SignedInSession = z.infer<typeof sessionListSchema>['sessions'][number];
export type MailPreference = z.infer<typeof mailPreferencesSchema>['mails'][number];
export type MyInvitation = z.infer<typeof memberInvitationListSchema>['invitations'][number];

/** Options for the browser: whatever the service says, as long as it is a challenge. */
const ceremonySchema = z.looseObject({ challenge: z.string() });
export type Ceremony = z.infer<typeof ceremonySchema>;

const post = (path: string, json: unknown = {}) => requestNothing(path, { method: 'POST', json });

/** What belongs to the person who is signed in, and the ways in. Every function throws ApiError. */
export const accountApi = {
  requestPasswordReset: (email: string): Promise<void> => post(API_PATHS.requestPasswordReset, { email }),
  resetPassword: (form: Form<'resetPassword'>): Promise<void> => post(API_PATHS.resetPassword, form),
  changePassword: (form: Form<'changePassword'>): Promise<void> => post(API_PATHS.changePassword, form),
  updateMe: (form: Form<'updateMe'>): Promise<void> => post(API_PATHS.updateMe, form),
  sendVerification: (email: string): Promise<void> => post(API_PATHS.sendVerification, { email }),

  passkeySignInOptions: (): Promise<Ceremony> => request(API_PATHS.passkeySignInOptions, ceremonySchema),
  passkeySignIn: (response: unknown): Promise<void> => post(API_PATHS.passkeySignIn, { response }),
  passkeyOptions: (): Promise<Ceremony> => request(API_PATHS.passkeyOptions, ceremonySchema),
  addPasskey: (response: unknown, name: string): Promise<void> => post(API_PATHS.addPasskey, { response, name }),
  passkeys: (): Promise<readonly Passkey[]> => request(API_PATHS.passkeys, passkeyListSchema),
  renamePasskey: (id: string, name: string): Promise<void> => post(API_PATHS.renamePasskey, { id, name }),
  removePasskey: (id: string): Promise<void> => post(API_PATHS.removePasskey, { id }),

  sessions: async (): Promise<readonly SignedInSession[]> => (await request(API_PATHS.mySessions, sessionListSchema)).sessions,
  endSession: (sessionId: string): Promise<void> => requestNothing(apiPath(API_PATHS.mySession, { sessionId }), { method: 'DELETE' }),
  endOtherSessions: (): Promise<void> => requestNothing(API_PATHS.mySessions, { method: 'DELETE' }),

  mails: async (): Promise<readonly MailPreference[]> => (await request(API_PATHS.myMails, mailPreferencesSchema)).mails,
  setMail: (mailKind: OptionalMailKindDto, isWanted: boolean): Promise<void> =>
    requestNothing(apiPath(API_PATHS.myMail, { mailKind }), { method: 'PUT', json: { isWanted } }),
  pushKey: async (): Promise<string> => (await request(API_PATHS.pushKey, pushKeySchema)).publicKey,
  subscribePush: (subscription: unknown): Promise<void> => requestNothing(API_PATHS.myPush, { method: 'PUT', json: subscription }),
  unsubscribePush: (endpoint: string): Promise<void> => requestNothing(API_PATHS.myPush, { method: 'DELETE', json: { endpoint } }),

  invitations: async (): Promise<readonly MyInvitation[]> =>
    (await request(API_PATHS.myInvitations, memberInvitationListSchema)).invitations,
  acceptInvitation: (invitationId: string): Promise<void> => post(apiPath(API_PATHS.acceptInvitation, { invitationId })),
};
