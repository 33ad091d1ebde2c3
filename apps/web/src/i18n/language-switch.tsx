import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { known, LANGUAGES } from './languages.ts';
import { changeLanguage } from './start-i18n.ts';

/** The language of the page. Each is named in itself, so that those who read no other find it. */
export function LanguageSwitch({ size = 'xs' }: { readonly size?: 'xs' | 'md' }): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <NativeSelect
      size={size}
      aria-label={t('language.label')}
      value={known(i18n.language) ?? 'en'}
      data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      onChange={(event) => {
        const language = known(event.currentTarget.value);
        if (language) changeLanguage(language);
      }}
    />
  );
}
