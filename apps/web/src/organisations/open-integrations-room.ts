import { addTexts } from '../i18n/add-texts.ts';
import { integrationsEn } from '../i18n/integrations-en.ts';
import { integrationsZhCn } from '../i18n/integrations-zh-cn.ts';
import { AuditPage } from './audit-page.tsx';
import { WebhookPage } from './webhook-page.tsx';
import { WebhooksPage } from './webhooks-page.tsx';

/** The pages of webhooks and of the audit log with their texts, loaded when one is first opened; those of the team's room around it come with that. */
export function openIntegrationsRoom() {
  addTexts({ en: integrationsEn, 'zh-CN': integrationsZhCn });
  return { WebhooksPage, WebhookPage, AuditPage };
}
