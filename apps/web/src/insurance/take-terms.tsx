import { Anchor } from '@mantine/core';
import type { ProductTermsDto } from '@snout/contract/insurance';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProductWords } from './product-words.ts';

interface TakeTermsProps {
  readonly terms: ProductTermsDto;
  /** The version, or the draft, in words. */
  readonly called: string;
}

/** The terms as a JSON file, to be changed and put in again. */
export function TakeTerms({ terms, called }: TakeTermsProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useProductWords();
  const address = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(terms, null, 2))}`;
  return (
    <Anchor
      href={address}
      download="terms.json"
      size="sm"
      w="fit-content"
      aria-label={t('products.takeNamed', { name: local(terms.name), version: called })}
    >
      {t('products.take')}
    </Anchor>
  );
}
