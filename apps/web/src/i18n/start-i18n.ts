import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { chosenLanguage, keepLanguage, type Language } from './languages.ts';
import { zhCn } from './zh-cn.ts';

/** English and Simplified Chinese; another language is another file like zh-cn.ts, named here and in languages.ts. */
export function startI18n(): void {
  const language = chosenLanguage();
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCn } },
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** Changes the language of the page, now and the next time. */
export function changeLanguage(language: Language): void {
  keepLanguage(language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
