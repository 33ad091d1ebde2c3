import type { Contact, People, TenantId } from '../accounts/index.ts';

/** People without a database: a tenant is named as its id says, and each has one person, at an address made of it. */
export function createInMemoryPeople(): People {
  return {
    tenantNames: async (ids) => new Map(ids.map((id) => [id, `Name of ${id}`])),
    personNames: async (ids) => new Map(ids.map((id) => [id, `Name of ${id}`])),
    contacts: async (tenant) => [contactOf(tenant)],
  };
}

function contactOf(tenant: TenantId): Contact {
  return { personId: `person of ${tenant}`, address: `${tenant}@example.org`, locale: 'en' };
}
