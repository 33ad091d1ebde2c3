import { type AuditEntry, type AuditLog, auditEntries } from '../audit/index.ts';
import type { MailPreferences, PushSubscriptions } from '../notifications/index.ts';
import type { AccountStore } from './account-store.port.ts';
import type { UserActor } from './actor.ts';
import type { ApiKeyStore } from './api-key-store.port.ts';

export interface ExportAccountDeps {
  readonly accounts: Pick<AccountStore, 'sessions' | 'invitations'>;
  readonly apiKeys: Pick<ApiKeyStore, 'list'>;
  readonly mailPreferences: Pick<MailPreferences, 'unwanted'>;
  readonly push: { readonly subscriptions: Pick<PushSubscriptions, 'of'> };
  readonly webhooks: { readonly webhooks: { listEndpoints(tenantId: string): Promise<readonly { readonly secrets: unknown }[]> } };
  readonly audit: Pick<AuditLog, 'append' | 'list'>;
}

/** All that is known of a person beside pets, for the person to take along. Secrets of keys and webhooks, which are shown once, are not in it. */
export async function exportAccount(deps: ExportAccountDeps, person: UserActor): Promise<object> {
  const { id, name, email, emailVerified, isOperator, memberships } = person;
  const [own] = memberships;
  const ownTenant = own?.tenant;
  return {
    profile: { id, name, email, emailVerified, isOperator },
    memberships: memberships.map(({ tenant, kind, name: tenantName, role }) => ({ tenant, kind, name: tenantName, role })),
    invitations: emailVerified ? await deps.accounts.invitations({ email }) : [],
    sessions: await deps.accounts.sessions(id),
    apiKeys: ownTenant ? await deps.apiKeys.list(ownTenant) : [],
    webhooks: ownTenant ? (await deps.webhooks.webhooks.listEndpoints(ownTenant)).map(({ secrets: _secrets, ...facts }) => facts) : [],
    preferences: {
      unwantedMails: await deps.mailPreferences.unwanted(id),
      pushBrowsers: (await deps.push.subscriptions.of(id)).map(({ endpoint }) => endpoint),
    },
    audit: await auditOf(deps.audit, person),
  };
}

/** What the person did, and what was done to what is the person's own; oldest first. */
async function auditOf(log: AuditLog, { id, memberships }: UserActor): Promise<readonly AuditEntry[]> {
  const entries = new Map<number, AuditEntry>();
  const [own] = memberships;
  for (const filter of [{ actorId: id }, ...(own ? [{ tenantId: own.tenant }] : [])]) {
    for await (const entry of auditEntries(log, filter)) entries.set(entry.position, entry);
  }
  return [...entries.values()].sort((a, b) => a.position - b.position);
}
