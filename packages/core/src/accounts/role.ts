/** Roles of the members of a tenant, most powerful first. The owner of a personal tenant is the person. */
export const ROLES = ['owner', 'admin', 'staff', 'reviewer', 'viewer'] as const;
export type Role = (typeof ROLES)[number];
