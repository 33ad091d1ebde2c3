import { addTexts } from '../i18n/add-texts.ts';
import { apiDocsEn } from '../i18n/api-docs-en.ts';
import { apiDocsZhCn } from '../i18n/api-docs-zh-cn.ts';
import { ApiDocsPage } from './api-docs-page.tsx';

/** The reference of the API with its texts: one part of the app, loaded when it is first opened. */
export function openApiDocs() {
  addTexts({ en: apiDocsEn, 'zh-CN': apiDocsZhCn });
  return { ApiDocsPage };
}
