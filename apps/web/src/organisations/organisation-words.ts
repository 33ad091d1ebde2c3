import { type ApiScopeDto, apiScopeSchema, organisationKindSchema, roleSchema } from '@snout/contract';

/** Most powerful first. */
export const ROLES = roleSchema.options;
export const KINDS = organisationKindSchema.options;
export const SCOPES = apiScopeSchema.options;

/** Keys of texts hold no colon: it would name another collection of texts. */
export const SCOPE_WORDS = {
  'pets:read': 'keys.scopes.petsRead',
  'pets:write': 'keys.scopes.petsWrite',
  recognition: 'keys.scopes.recognition',
  webhooks: 'keys.scopes.webhooks',
  'audit:read': 'keys.scopes.auditRead',
  insurance: 'keys.scopes.insurance',
} as const satisfies Readonly<Record<ApiScopeDto, string>>;
