import { TENANT_HEADER } from '@snout/contract';
import * as routes from '@snout/contract/routes';
import { type Access, API_SCOPES, decideAccess, ROLES, type Role, type TenantId } from '@snout/core/accounts';
import { beforeAll, describe, expect, it } from 'vitest';
import { idIn, signUp, type Visitor, withAccounts } from './with-accounts.ts';

/** How a caller is turned away; anything else means that the handler was reached. */
const TURNED_AWAY = ['sign-in-required', 'role-lacking', 'scope-lacking', 'address-unverified', 'tenant-not-found'];
const ALL = Object.values(routes);

type Route = (typeof ALL)[number];

describe('permissions: every route and role, on the running service', () => {
  const opened = withAccounts();
  const people = new Map<Role, Visitor>();
  let organisation: TenantId;
  let unverified: Visitor;

  beforeAll(async () => {
    for (const role of ROLES) people.set(role, await signUp(opened(), role));
    organisation = (await idIn(of('owner').tell('/api/organisations', { kind: 'shelter', name: 'Paws' }))) as TenantId;
    for (const role of ROLES.slice(1)) await join(of(role), role);
    unverified = await signUp(opened(), 'Unverified', { verified: false });
  }, 300_000);

  const of = (role: Role): Visitor => {
    const person = people.get(role);
    if (!person) throw new Error(`Nobody is ${role}.`);
    return person;
  };
  const join = async (person: Visitor, role: Role) => {
    const id = await idIn(of('owner').tell(`/api/organisations/${organisation}/invitations`, { email: `${role}@example.org`, role }));
    expect((await person.ask(`/api/me/invitations/${id}/accept`, { method: 'POST' })).status).toBe(204);
  };
  const requestOf = (route: Route, headers: Record<string, string> = {}): [string, RequestInit] => [
    route.path.replace('{tenantId}', organisation).replace(/\{\w+\}/g, 'none'),
    { method: route.method.toUpperCase(), headers },
  ];

  /** The last words of a refusal, or "reached". */
  const outcome = async (response: Response): Promise<string> => {
    expect(response.status).toBeLessThan(500);
    const text = await response.text();
    const code = response.headers.get('content-type') === 'application/problem+json' ? JSON.parse(text).code : '';
    return TURNED_AWAY.includes(code) ? code : 'reached';
  };
  const expected = (access: Access, actor: Parameters<typeof decideAccess>[1], asked: TenantId | null) => {
    const decision = decideAccess(access, actor, asked);
    if (decision.kind === 'allowed') return 'reached';
    return decision.why === 'tenant-unknown' ? 'tenant-not-found' : decision.why;
  };

  it('lets nobody in without signing in, except where anybody may', async () => {
    for (const route of ALL) {
      const access: Access = route['x-access'];
      const said = await outcome(await opened().service.request(...requestOf(route)));
      expect([route.operationId, said]).toEqual([route.operationId, access.kind === 'anyone' ? 'reached' : 'sign-in-required']);
    }
  });

  it.each(ROLES)('lets %s do what the table says, and no more', async (role) => {
    const memberships = [{ tenant: organisation, kind: 'shelter' as const, name: 'Paws', role }];
    const actor = { kind: 'user' as const, id: '', email: '', name: '', emailVerified: true, isOperator: role === 'owner', sessionId: '' };
    for (const route of ALL) {
      if (route.operationId === 'signOut') continue;
      const said = await outcome(await of(role).ask(...requestOf(route, { [TENANT_HEADER]: organisation })));
      expect([route.operationId, said]).toEqual([route.operationId, expected(route['x-access'], { ...actor, memberships }, organisation)]);
    }
  });

  it.each(API_SCOPES)('lets a key with the scope %s do what the table says, and no more', async (scope) => {
    const { apiKeys, service } = opened();
    const key = { tenant: organisation, name: scope, scopes: [scope], expiresAt: null, createdBy: of('owner').id };
    const { secret } = await apiKeys.add(key);
    for (const route of ALL) {
      const said = await outcome(await service.request(...requestOf(route, { authorization: `Bearer ${secret}` })));
      const actor = { kind: 'api-key' as const, id: '', tenant: organisation, scopes: [scope] };
      const asked = route.path.includes('{tenantId}') ? organisation : null;
      expect([route.operationId, said]).toEqual([route.operationId, expected(route['x-access'], actor, asked)]);
    }
  });

  it('asks for a verified address where the table says so', async () => {
    for (const route of ALL) {
      const access: Access = route['x-access'];
      if (access.kind !== 'member' || route.path.includes('{tenantId}')) continue;
      const said = await outcome(await unverified.ask(...requestOf(route)));
      expect([route.operationId, said]).toEqual([route.operationId, access.verified ? 'address-unverified' : 'reached']);
    }
  });

  it('knows nothing of a tenant that is not one of the own', async () => {
    for (const route of ALL) {
      const access: Access = route['x-access'];
      if (access.kind !== 'member') continue;
      const said = await outcome(await unverified.ask(...requestOf(route, { [TENANT_HEADER]: organisation })));
      expect([route.operationId, said]).toEqual([route.operationId, 'tenant-not-found']);
    }
  });
});
