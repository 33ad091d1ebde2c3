import { addTexts } from '../i18n/add-texts.ts';
import { importEn } from '../i18n/import-en.ts';
import { importZhCn } from '../i18n/import-zh-cn.ts';
import { ImportPage } from './import-page.tsx';

/** The import of many pets with its texts: one part of the app, loaded when it is first opened. */
export function openImportRoom() {
  addTexts({ en: importEn, 'zh-CN': importZhCn });
  return { ImportPage };
}
