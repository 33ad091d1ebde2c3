import { addTexts } from '../i18n/add-texts.ts';
import { applicationsEn } from '../i18n/applications-en.ts';
import { applicationsZhCn } from '../i18n/applications-zh-cn.ts';
import { ApplicationsPage } from './applications-page.tsx';

/** The insurer's desk of applications with its texts, loaded when it is first opened; those of the team's room around it come with that. */
export function openApplicationsRoom() {
  addTexts({ en: applicationsEn, 'zh-CN': applicationsZhCn });
  return { ApplicationsPage };
}
