import { addTexts } from '../i18n/add-texts.ts';
import { matchEn } from '../i18n/match-en.ts';
import { matchZhCn } from '../i18n/match-zh-cn.ts';
import { MatchView } from './match-view.tsx';

/** The match view with its texts, loaded when somebody first asks for it. */
export function openMatchView() {
  addTexts({ en: matchEn, 'zh-CN': matchZhCn });
  return { MatchView };
}
