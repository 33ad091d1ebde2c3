import { accountEn } from './account-en.ts';
import { accountZhCn } from './account-zh-cn.ts';
import { addTexts } from './add-texts.ts';

/** For the settings of an account. */
export function addAccountTexts(): void {
  addTexts({ en: accountEn, 'zh-CN': accountZhCn });
}
