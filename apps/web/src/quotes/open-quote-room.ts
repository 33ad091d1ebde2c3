import { addTexts } from '../i18n/add-texts.ts';
import { quotesEn } from '../i18n/quotes-en.ts';
import { quotesZhCn } from '../i18n/quotes-zh-cn.ts';
import { ApplyPage } from './apply-page.tsx';
import { OwnApplicationPage } from './own-application-page.tsx';
import { QuotePage } from './quote-page.tsx';

/** Quotes and applications for policies with their texts, loaded when one of the pages is first opened. */
export function openQuoteRoom() {
  addTexts({ en: quotesEn, 'zh-CN': quotesZhCn });
  return { QuotePage, ApplyPage, OwnApplicationPage };
}
