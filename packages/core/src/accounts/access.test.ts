import { describe, expect, it } from 'vitest';
import { type Access, type Actor, type ApiKeyActor, decideAccess, type Membership, ROLES, type TenantId, type UserActor } from './index.ts';

const HOME = 'home' as TenantId;
const SHELTER = 'shelter' as TenantId;
const OTHER = 'other' as TenantId;

const memberships: readonly Membership[] = [
  { tenant: HOME, kind: 'personal', name: 'Ada', role: 'owner' },
  { tenant: SHELTER, kind: 'shelter', name: 'Paws', role: 'viewer' },
];
const ada: UserActor = {
  kind: 'user',
  id: 'ada',
  email: 'ada@example.org',
  name: 'Ada',
  emailVerified: true,
  isOperator: false,
  memberships,
  sessionId: 's',
};
const key: ApiKeyActor = { kind: 'api-key', id: 'k', tenant: SHELTER, scopes: ['pets:read'] };
const anonymous: Actor = { kind: 'anonymous' };

const reading: Access = { kind: 'member', roles: ROLES, scope: 'pets:read', verified: false };
const writing: Access = { kind: 'member', roles: ['owner', 'admin', 'staff'], scope: 'pets:write', verified: true };

describe('access to a route', () => {
  it('is open to anyone where it says so, and else asks to sign in', () => {
    expect(decideAccess({ kind: 'anyone' }, anonymous, null)).toEqual({ kind: 'allowed', tenants: [] });
    for (const access of [{ kind: 'user' }, { kind: 'operator' }, reading] as const) {
      expect(decideAccess(access, anonymous, null)).toEqual({ kind: 'refused', why: 'sign-in-required' });
    }
  });

  it('covers every tenant in which the person has one of the roles, the own one first', () => {
    expect(decideAccess(reading, ada, null)).toEqual({ kind: 'allowed', tenants: [HOME, SHELTER] });
    expect(decideAccess(writing, ada, null)).toEqual({ kind: 'allowed', tenants: [HOME] });
  });

  it('covers the tenant asked for alone, and says when a role is lacking there', () => {
    expect(decideAccess(reading, ada, SHELTER)).toEqual({ kind: 'allowed', tenants: [SHELTER] });
    expect(decideAccess(writing, ada, SHELTER)).toEqual({ kind: 'refused', why: 'role-lacking' });
    expect(decideAccess(reading, ada, OTHER)).toEqual({ kind: 'refused', why: 'tenant-unknown' });
  });

  it('asks for a verified address where photos are stored', () => {
    const unverified = { ...ada, emailVerified: false };
    expect(decideAccess(writing, unverified, null)).toEqual({ kind: 'refused', why: 'address-unverified' });
    expect(decideAccess(reading, unverified, null)).toMatchObject({ kind: 'allowed' });
  });

  it('goes by the scopes of a key, in its tenant alone', () => {
    expect(decideAccess(reading, key, null)).toEqual({ kind: 'allowed', tenants: [SHELTER] });
    expect(decideAccess(writing, key, null)).toEqual({ kind: 'refused', why: 'scope-lacking' });
    expect(decideAccess(reading, key, HOME)).toEqual({ kind: 'refused', why: 'tenant-unknown' });
    expect(decideAccess({ ...reading, scope: null }, key, null)).toEqual({ kind: 'refused', why: 'scope-lacking' });
    expect(decideAccess({ kind: 'user' }, key, null)).toEqual({ kind: 'refused', why: 'role-lacking' });
  });

  it('lets only the operator run the installation', () => {
    expect(decideAccess({ kind: 'operator' }, ada, null)).toEqual({ kind: 'refused', why: 'role-lacking' });
    expect(decideAccess({ kind: 'operator' }, { ...ada, isOperator: true }, null)).toEqual({ kind: 'allowed', tenants: [] });
  });
});
