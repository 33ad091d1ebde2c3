/** Languages of the page as BCP 47 tags, with their own names. */
export const LANGUAGES = { en: 'English', 'zh-CN': '简体中文' } as const;
export type Language = keyof typeof LANGUAGES;

const STORAGE_KEY = 'snout-language';

/** The language a person chose in this browser, else the first of the browser's that the page has, else English. */
export function chosenLanguage(): Language {
  const kept = readKept();
  return [kept, ...navigator.languages].map(known).find((language) => language !== null) ?? 'en';
}

/** Remembers the choice; a browser that keeps nothing asks its own settings the next time. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage is switched off.
  }
}

/** The page's language for a tag of the browser: every Chinese is served the one there is. */
export function known(tag: string | null): Language | null {
  const primary = tag?.toLowerCase().split('-')[0];
  if (primary === 'zh') return 'zh-CN';
  return primary === 'en' ? 'en' : null;
}

function readKept(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
