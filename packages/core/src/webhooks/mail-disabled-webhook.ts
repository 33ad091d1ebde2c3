import type { AccountStore, TenantId } from '../accounts/index.ts';
import { type MailPersonDeps, mailPerson } from '../notifications/index.ts';
import type { WebhookEndpoint } from './webhook.ts';

export interface MailDisabledWebhookDeps extends MailPersonDeps {
  readonly accounts: Pick<AccountStore, 'members' | 'localeOf'>;
}

/** Tells the tenant's owners and admins, unless they do not want such mails, of an endpoint that was switched off by itself. */
export async function mailDisabledWebhook(deps: MailDisabledWebhookDeps, endpoint: WebhookEndpoint): Promise<void> {
  const { id, tenantId, url, disabled: why } = endpoint;
  if (why === null || why === 'person') return;
  const members = await deps.accounts.members(tenantId as TenantId);
  for (const { userId: personId, email: address } of members.filter(({ role }) => role === 'owner' || role === 'admin')) {
    const locale = (await deps.accounts.localeOf(address)) ?? 'en';
    const data = { url, why, link: `${deps.publicUrl}/tenants/${encodeURIComponent(tenantId)}/webhooks/${encodeURIComponent(id)}` };
    await mailPerson(deps, { personId, address, locale }, { kind: 'webhook-disabled', data });
  }
}
