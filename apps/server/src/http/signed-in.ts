import type { TenantId, UserActor } from '@snout/core/accounts';
import type { NewAuditEntry } from '@snout/core/audit';
import type { KeyedRequest } from '@snout/core/idempotency';
import type { PetActor } from '@snout/core/pets';
import type { Context } from 'hono';
import type { AppEnvironment } from './app-environment.ts';
import { ProblemError } from './problem-error.ts';

/** The person who asks, on routes that are for people. */
export function personOf(context: Context<AppEnvironment>): UserActor {
  const actor = context.get('actor');
  if (actor.kind !== 'user') throw new ProblemError('sign-in-required');
  return actor;
}

/** @throws ProblemError `address-unverified`. */
export function verifiedPersonOf(context: Context<AppEnvironment>): UserActor {
  const person = personOf(context);
  if (!person.emailVerified) throw new ProblemError('address-unverified');
  return person;
}

/** The tenant that the request is about, or that owns what it makes. */
export function tenantOf(context: Context<AppEnvironment>): TenantId {
  const [tenant] = context.get('tenants');
  if (tenant === undefined) throw new ProblemError('tenant-not-found');
  return tenant;
}

/** In whose name a request with an Idempotency-Key is made: a key is good for one person or API key, in one tenant. */
export function askerOf(context: Context<AppEnvironment>): Pick<KeyedRequest, 'tenantId' | 'asker'> {
  const actor = context.get('actor');
  const tenantId = context.get('tenants')[0] ?? null;
  return { tenantId, asker: `${actor.kind} ${actor.kind === 'anonymous' ? '' : actor.id} for ${tenantId ?? ''}` };
}

/** Who does something to pets, and for whom. */
export function petActorOf(context: Context<AppEnvironment>): PetActor {
  const actor = context.get('actor');
  const [first, ...others] = context.get('tenants');
  if (first === undefined || actor.kind === 'anonymous') throw new ProblemError('sign-in-required');
  return { kind: actor.kind === 'user' ? 'person' : 'api-key', user: actor.id, tenants: [first, ...others] };
}

/** Who does something, for the log. */
export function auditAuthorOf(context: Context<AppEnvironment>): Pick<NewAuditEntry, 'actor' | 'requestId'> {
  const actor = context.get('actor');
  const requestId = context.get('requestId');
  switch (actor.kind) {
    case 'user':
      return { actor: { kind: 'person', id: actor.id }, requestId };
    case 'api-key':
      return { actor: { kind: 'api-key', id: actor.id }, requestId };
    case 'anonymous':
      return { actor: { kind: 'public', id: null }, requestId };
  }
}
