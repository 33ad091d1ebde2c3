import { TENANT_HEADER } from '@snout/contract';
import * as routes from '@snout/contract/routes';
import { type Access, type Actor, decideAccess, type TenantId } from '@snout/core/accounts';
import type { MiddlewareHandler } from 'hono';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { ProblemError } from '../problem-error.ts';

type AccessDeps = Pick<AppDeps, 'gallery' | 'signIn' | 'accounts' | 'apiKeys' | 'keyRates'>;

/** Addresses of what belongs to a tenant; elsewhere a tenant in the address is somebody that the request is about. */
const NAMES_TENANT = /^\/api\/(?:organisations|tenants)\/\{tenantId\}/;

const ANONYMOUS: Actor = { kind: 'anonymous' };

/**
 * Enforces what each route definition says about access, before its handler: leaves the actor, the tenants it may act for, and the gallery
 * as these see it. @throws Error at start when a definition says nothing.
 */
export function addAccessControl(app: ApiApp, deps: AccessDeps): void {
  for (const route of Object.values(routes)) {
    const access: Access | undefined = route['x-access'];
    if (access === undefined) throw new Error(`The route ${route.operationId} does not say who may call it.`);
    app.on(route.method.toUpperCase(), route.getRoutingPath(), enforce({ access, namesTenant: NAMES_TENANT.test(route.path) }, deps));
  }
}

/** To be called when all routes were added. @throws Error when one below /api is in no definition: nobody would have been asked who there is. */
export function checkEveryRouteIsControlled(app: ApiApp): void {
  const known = new Set(Object.values(routes).map((route) => `${route.method.toUpperCase()} ${route.getRoutingPath()}`));
  const open = app.routes.filter(({ method, path }) => path.startsWith('/api') && method !== 'ALL' && !known.has(`${method} ${path}`));
  if (open.length > 0) throw new Error(`Not in the contract: ${open.map(({ method, path }) => `${method} ${path}`).join(', ')}.`);
}

function enforce(
  { access, namesTenant }: { readonly access: Access; readonly namesTenant: boolean },
  deps: AccessDeps,
): MiddlewareHandler<AppEnvironment> {
  return async (context, next) => {
    const { req } = context;
    const asked = (namesTenant ? req.param('tenantId') : undefined) ?? req.header(TENANT_HEADER) ?? null;
    const actor = access.kind === 'anyone' ? ANONYMOUS : await actorOf(req.raw.headers, deps);
    if (actor.kind === 'api-key') await limitKey(deps, actor.id);
    const decision = decideAccess(access, actor, asked as TenantId | null);
    if (decision.kind === 'refused') {
      throw new ProblemError(decision.why === 'tenant-unknown' ? 'tenant-not-found' : decision.why);
    }
    context.set('actor', actor);
    context.set('tenants', decision.tenants);
    context.set('gallery', deps.gallery.visibleTo(decision.tenants));
    await next();
  };
}

async function limitKey({ keyRates }: AccessDeps, id: string): Promise<void> {
  const wait = await keyRates.take(id);
  if (wait !== null) throw new ProblemError('too-many-requests', undefined, { retryAfterSeconds: Math.ceil(wait / 1000) });
}

/** A key that is sent and not good is not made good by a cookie. */
async function actorOf(headers: Headers, { signIn, accounts, apiKeys }: AccessDeps): Promise<Actor> {
  const secret = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (secret !== undefined) return (await apiKeys.findActor(secret)) ?? ANONYMOUS;
  const session = await signIn.sessionOf(headers);
  return (session && (await accounts.findActor(session.userId, session.sessionId))) ?? ANONYMOUS;
}
