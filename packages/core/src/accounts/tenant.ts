declare const tenantId: unique symbol;
/** Whose something is: a person's own account or an organisation. */
export type TenantId = string & { readonly [tenantId]: true };

/** What an organisation does; it decides which rooms of Snout it gets. */
export const ORGANISATION_KINDS = ['insurer', 'shelter', 'clinic', 'research'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
/** `personal`: made with each account, and never with other members. */
export type TenantKind = 'personal' | OrganisationKind;

export interface Tenant {
  readonly id: TenantId;
  readonly kind: TenantKind;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** Whose the pets are that were enrolled on the command line, or before there were accounts. The operator is its owner. */
export const LOCAL_TENANT = 'local' as TenantId;
