import { addTexts } from '../../i18n/add-texts.ts';
import { tryClaimEn } from '../../i18n/try-claim-en.ts';
import { tryClaimZhCn } from '../../i18n/try-claim-zh-cn.ts';
import { TryClaim } from './try-claim.tsx';

/** The form of a made-up claim with its texts, loaded when it is first opened. */
export function openTryClaim() {
  addTexts({ en: tryClaimEn, 'zh-CN': tryClaimZhCn });
  return { TryClaim };
}
