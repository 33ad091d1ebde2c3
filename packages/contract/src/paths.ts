/** Addresses of the API, for those who call it; the route definitions use the same templates. */
export const API_PATHS = {
  health: '/api/health',
  about: '/api/about',
  openApi: '/api/openapi.json',
  analyse: '/api/analyse',
  identify: '/api/identify',
  pets: '/api/pets',
  pet: '/api/pets/{petId}',
  petVerify: '/api/pets/{petId}/verify',
  petEvidence: '/api/pets/{petId}/evidence',
  petEvidencePicture: '/api/pets/{petId}/evidence.png',
  petPortrait: '/api/pets/{petId}/portrait',
  petPhotos: '/api/pets/{petId}/photos',
  petPhoto: '/api/pets/{petId}/photos/{photoId}',
  petPhotoCrop: '/api/pets/{petId}/photos/{photoId}/crop',
  petProfile: '/api/pets/{petId}/profile',
  petArchived: '/api/pets/{petId}/archived',
  petHistory: '/api/pets/{petId}/history',
  petCarers: '/api/pets/{petId}/carers',
  petCarer: '/api/pets/{petId}/carers/{tenantId}',
  petInvitations: '/api/pets/{petId}/invitations',
  petInvitation: '/api/pets/{petId}/invitations/{invitationId}',
  petMerges: '/api/pets/{petId}/merges',
  petMergeUndo: '/api/pets/{petId}/merges/{mergeId}/undo',
  petShare: '/api/pets/{petId}/share',
  petFindable: '/api/pets/{petId}/findable',
  sharedPet: '/api/shared-pets/{shareToken}',
  sharedPetPhoto: '/api/shared-pets/{shareToken}/photos/{number}',
  foundPets: '/api/found-pets',
  foundPetMessages: '/api/found-pets/messages',
  invitationShow: '/api/pet-invitations/show',
  invitationAccept: '/api/pet-invitations/accept',
  invitationDecline: '/api/pet-invitations/decline',
  breeds: '/api/breeds',
  me: '/api/me',
  mySessions: '/api/me/sessions',
  mySession: '/api/me/sessions/{sessionId}',
  myInvitations: '/api/me/invitations',
  acceptInvitation: '/api/me/invitations/{invitationId}/accept',
  organisations: '/api/organisations',
  members: '/api/organisations/{tenantId}/members',
  member: '/api/organisations/{tenantId}/members/{userId}',
  invitations: '/api/organisations/{tenantId}/invitations',
  invitation: '/api/organisations/{tenantId}/invitations/{invitationId}',
  apiKeys: '/api/tenants/{tenantId}/api-keys',
  apiKey: '/api/tenants/{tenantId}/api-keys/{keyId}',
  webhooks: '/api/tenants/{tenantId}/webhooks',
  webhook: '/api/tenants/{tenantId}/webhooks/{webhookId}',
  webhookSecret: '/api/tenants/{tenantId}/webhooks/{webhookId}/rotate-secret',
  webhookTest: '/api/tenants/{tenantId}/webhooks/{webhookId}/test',
  webhookDeliveries: '/api/tenants/{tenantId}/webhooks/{webhookId}/deliveries',
  replayDelivery: '/api/tenants/{tenantId}/webhook-deliveries/{deliveryId}/replay',
  audit: '/api/tenants/{tenantId}/audit',
  erasure: '/api/tenants/{tenantId}/erasure',
  auditExport: '/api/tenants/{tenantId}/audit/export',
  myMails: '/api/me/mails',
  myMail: '/api/me/mails/{mailKind}',
  myPush: '/api/me/push-subscription',
  pushKey: '/api/push-key',
  signUp: '/api/auth/sign-up/email',
  signIn: '/api/auth/sign-in/email',
  signOut: '/api/auth/sign-out',
  sendSignInLink: '/api/auth/sign-in/magic-link',
  followSignInLink: '/api/auth/magic-link/verify',
  sendVerification: '/api/auth/send-verification-email',
  followVerification: '/api/auth/verify-email',
  requestPasswordReset: '/api/auth/request-password-reset',
  resetPassword: '/api/auth/reset-password',
  changePassword: '/api/auth/change-password',
  updateMe: '/api/auth/update-user',
  passkeySignInOptions: '/api/auth/passkey/generate-authenticate-options',
  passkeySignIn: '/api/auth/passkey/verify-authentication',
  passkeyOptions: '/api/auth/passkey/generate-register-options',
  addPasskey: '/api/auth/passkey/verify-registration',
  passkeys: '/api/auth/passkey/list-user-passkeys',
  renamePasskey: '/api/auth/passkey/update-passkey',
  removePasskey: '/api/auth/passkey/delete-passkey',
  export: '/api/export',
  exportTenant: '/api/tenants/{tenantId}/export',
  imports: '/api/imports',
  import: '/api/imports/{importId}',
  importResults: '/api/imports/{importId}/results',
  importResultsFile: '/api/imports/{importId}/results.csv',
  importCancel: '/api/imports/{importId}/cancel',
  readyInsuranceProducts: '/api/ready-insurance-products',
  insuranceProducts: '/api/tenants/{tenantId}/insurance-products',
  insuranceProduct: '/api/tenants/{tenantId}/insurance-products/{productId}',
  insuranceProductDraft: '/api/tenants/{tenantId}/insurance-products/{productId}/draft',
  draftSettlementPreviews: '/api/tenants/{tenantId}/insurance-products/{productId}/draft/settlement-previews',
  insuranceProductPublish: '/api/tenants/{tenantId}/insurance-products/{productId}/publish',
  paymentCallbacks: '/api/payments/{provider}/callbacks',
  offeredProducts: '/api/insurers/{insurerId}/products',
  settlementPreviews: '/api/insurers/{insurerId}/products/{productId}/settlement-previews',
  productQuotes: '/api/insurers/{insurerId}/products/{productId}/quotes',
  policyApplications: '/api/insurers/{insurerId}/products/{productId}/applications',
  ownPolicyApplication: '/api/insurers/{insurerId}/applications/{applicationId}',
  ownApplicationPayment: '/api/insurers/{insurerId}/applications/{applicationId}/payment',
  insuranceApplications: '/api/tenants/{tenantId}/insurance-applications',
  insuranceApplication: '/api/tenants/{tenantId}/insurance-applications/{applicationId}',
  insuranceApplicationDecision: '/api/tenants/{tenantId}/insurance-applications/{applicationId}/decision',
} as const;

type ApiPath = (typeof API_PATHS)[keyof typeof API_PATHS];
type PathParameter =
  | 'petId'
  | 'photoId'
  | 'mergeId'
  | 'shareToken'
  | 'number'
  | 'sessionId'
  | 'invitationId'
  | 'tenantId'
  | 'userId'
  | 'keyId'
  | 'webhookId'
  | 'deliveryId'
  | 'mailKind'
  | 'importId'
  | 'insurerId'
  | 'productId'
  | 'applicationId';

/** Fills in the parameters of a path; throws when one is missing. */
export function apiPath(path: ApiPath, parameters: Partial<Record<PathParameter, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: PathParameter) => {
    const value = parameters[name];
    if (value === undefined) throw new TypeError(`${path} needs ${name}.`);
    return encodeURIComponent(value);
  });
}

/**
 * Models for pages that look at a live picture: <MODELS_PATH>index.json names the present version of each (SHA-256 of its
 * model.json), and <MODELS_PATH><model>/<version>/<file> never changes.
 */
export const MODELS_PATH = '/models/';
