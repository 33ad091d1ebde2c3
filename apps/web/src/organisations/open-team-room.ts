import { addTexts } from '../i18n/add-texts.ts';
import { teamEn } from '../i18n/team-en.ts';
import { teamZhCn } from '../i18n/team-zh-cn.ts';
import { ApiKeysPage } from './api-keys-page.tsx';
import { InvitationsPage } from './invitations-page.tsx';
import { MembersPage } from './members-page.tsx';
import { NewOrganisationPage } from './new-organisation-page.tsx';
import { OrganisationsPage } from './organisations-page.tsx';

/** The pages of organisations and of what belongs to tenants, with their texts: one part of the app, loaded when it is first opened. */
export function openTeamRoom() {
  addTexts({ en: teamEn, 'zh-CN': teamZhCn });
  return { OrganisationsPage, NewOrganisationPage, InvitationsPage, MembersPage, ApiKeysPage };
}
