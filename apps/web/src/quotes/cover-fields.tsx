import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedProduct } from '../api/quote-api.ts';
import { useProductWords } from '../insurance/product-words.ts';
import { type ChosenCover, firstCover } from './chosen-cover.ts';

interface CoverFieldsProps {
  readonly products: readonly OfferedProduct[];
  readonly cover: ChosenCover;
  readonly onChange: (cover: ChosenCover) => void;
}

/** Product (where there are several), tier, start, and what makes the premium higher or lower. */
export function CoverFields({ products, cover, onChange }: CoverFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { local, money } = useProductWords();
  const product = products.find(({ productId }) => productId === cover.productId);
  if (product === undefined) return null;
  const { terms } = product;
  const choose = (productId: string) => {
    const other = products.find((one) => one.productId === productId);
    if (other) onChange(firstCover(other));
  };
  return (
    <>
      {products.length > 1 && (
        <NativeSelect
          label={t('quote.product')}
          value={cover.productId}
          data={products.map((one) => ({ value: one.productId, label: local(one.terms.name) }))}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        label={t('quote.tier')}
        value={cover.tier}
        data={terms.tiers.map(({ id, name, annualLimit }) => ({
          value: id,
          label: t('quote.tierUpTo', { name: local(name), limit: money(annualLimit, terms.currency) }),
        }))}
        onChange={(event) => onChange({ ...cover, tier: event.currentTarget.value })}
      />
      {terms.factors.map(({ id, name, choices }) => (
        <NativeSelect
          key={id}
          label={local(name)}
          value={cover.choices[id] ?? choices[0]?.id ?? ''}
          data={choices.map((choice) => ({ value: choice.id, label: local(choice.name) }))}
          onChange={(event) => onChange({ ...cover, choices: { ...cover.choices, [id]: event.currentTarget.value } })}
        />
      ))}
      <TextInput
        type="date"
        label={t('quote.startsOn')}
        required
        value={cover.startsOn}
        onChange={(event) => onChange({ ...cover, startsOn: event.currentTarget.value })}
      />
    </>
  );
}
