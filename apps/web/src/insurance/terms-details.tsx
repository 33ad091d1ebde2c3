import { List, Stack, Text } from '@mantine/core';
import type { ProductTermsDto } from '@snout/contract/insurance';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProductWords } from './product-words.ts';

interface TermsProps {
  readonly terms: ProductTermsDto;
}

type Tier = ProductTermsDto['tiers'][number];

/** Tiers, premiums, waiting periods and exclusions, to be opened. */
export function TermsDetails({ terms }: TermsProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useProductWords();
  return (
    <details>
      <summary>
        <Text span size="sm">
          {t('products.terms')}
        </Text>
      </summary>
      <Stack gap="sm" mt="xs">
        {terms.tiers.map((tier) => (
          <TierWords key={tier.id} terms={terms} tier={tier} />
        ))}
        <Text size="sm" c="dimmed">
          {t('products.beforeTaxes')}
        </Text>
        <Listed title={t('products.waiting')}>
          {terms.waitingPeriods.map(({ cause, days }) => (
            <List.Item key={cause}>{t('products.days', { cause: t(`products.causes.${cause}`), count: days })}</List.Item>
          ))}
        </Listed>
        <Listed title={t('products.exclusions')}>
          {terms.exclusions.map(({ id, text }) => (
            <List.Item key={id}>{local(text)}</List.Item>
          ))}
        </Listed>
      </Stack>
    </details>
  );
}

function TierWords({ terms, tier }: TermsProps & { readonly tier: Tier }): ReactNode {
  const { t } = useTranslation();
  const { local, money, percent } = useProductWords();
  const { currency, premiums } = terms;
  const { amount, per } = tier.deductible;
  const span = (amounts: readonly number[]) => {
    const [least, most] = [Math.min(...amounts), Math.max(...amounts)].map((one) => money(one, currency));
    return least === most ? least : t('products.span', { least, most });
  };
  return (
    <div>
      <Text size="sm" fw={600}>
        {local(tier.name)}
      </Text>
      <Text size="sm">
        {t('products.tierLine', {
          limit: money(tier.annualLimit, currency),
          deductible: t(`products.per.${per}`, { amount: money(amount, currency) }),
          inNetwork: percent(tier.reimbursement.inNetwork),
          outOfNetwork: percent(tier.reimbursement.outOfNetwork),
        })}
      </Text>
      {premiums
        .filter((row) => row.tier === tier.id && row.bands.length > 0)
        .map(({ species, bands }) => (
          <Text key={species} size="sm">
            {t('products.premiumLine', { species: t(`products.species.${species}`), premium: span(bands.map(({ annual }) => annual)) })}
          </Text>
        ))}
    </div>
  );
}

function Listed({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm">{children}</List>
    </div>
  );
}
