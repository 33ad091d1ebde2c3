import i18next from 'i18next';
import { LANGUAGES, type Language } from './languages.ts';

/** Adds texts that come with a part of the app, so that they are not waited for before that part is opened. */
export function addTexts(texts: Readonly<Record<Language, object>>): void {
  for (const language of Object.keys(LANGUAGES) as Language[])
    i18next.addResourceBundle(language, 'translation', texts[language], true, true);
}
