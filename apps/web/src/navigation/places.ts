/** Addresses of the pages. The service answers each of them with the page itself; see http/web-files.ts of apps/server. */
export const PLACES = {
  home: '/',
  identify: '/identify',
  pets: '/pets',
  newPet: '/pets/new',
  pet: '/pets/:petId',
  editPet: '/pets/:petId/edit',
  imports: '/pets/import',
  import: '/pets/import/:importId',
  archivedPets: '/pets/archived',
  petInvitation: '/pet-invitation',
  shared: '/shared/:shareToken',
  found: '/found',
  apiDocs: '/docs/api',
  settings: '/settings',
  resetPassword: '/reset-password',
  confirmed: '/confirmed',
  invitations: '/invitations',
  organisations: '/organisations',
  newOrganisation: '/organisations/new',
  members: '/organisations/:tenantId',
  apiKeys: '/tenants/:tenantId/keys',
  webhooks: '/tenants/:tenantId/webhooks',
  webhook: '/tenants/:tenantId/webhooks/:webhookId',
  audit: '/tenants/:tenantId/audit',
  products: '/tenants/:tenantId/products',
  applications: '/tenants/:tenantId/applications',
  insurer: '/insurers/:insurerId',
  apply: '/insurers/:insurerId/apply',
  ownApplication: '/insurers/:insurerId/applications/:applicationId',
} as const;

/** Where a pet is shown. */
export function petPlace(petId: string): string {
  return PLACES.pet.replace(':petId', encodeURIComponent(petId));
}

/** Where the progress and the results of an import are shown. */
export function importPlace(importId: string): string {
  return PLACES.import.replace(':importId', encodeURIComponent(importId));
}

export function editPetPlace(petId: string): string {
  return PLACES.editPet.replace(':petId', encodeURIComponent(petId));
}

/** Where what belongs to a tenant is shown. */
export function tenantPlace(place: 'members' | 'apiKeys' | 'webhooks' | 'audit' | 'products' | 'applications', tenantId: string): string {
  return PLACES[place].replace(':tenantId', encodeURIComponent(tenantId));
}

export function webhookPlace(tenantId: string, webhookId: string): string {
  return PLACES.webhook.replace(':tenantId', encodeURIComponent(tenantId)).replace(':webhookId', encodeURIComponent(webhookId));
}

/** Where anybody gets a quote of an insurer. */
export function insurerPlace(insurerId: string): string {
  return PLACES.insurer.replace(':insurerId', encodeURIComponent(insurerId));
}

/** Where is shown what became of an own application. */
export function ownApplicationPlace(insurerId: string, applicationId: string): string {
  return PLACES.ownApplication
    .replace(':insurerId', encodeURIComponent(insurerId))
    .replace(':applicationId', encodeURIComponent(applicationId));
}

/** Where an own pet is insured. */
export function applyPlace(insurerId: string): string {
  return PLACES.apply.replace(':insurerId', encodeURIComponent(insurerId));
}
