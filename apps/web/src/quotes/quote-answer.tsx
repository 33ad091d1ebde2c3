import { Alert, List, Stack, Table, Text, Title } from '@mantine/core';
import type { QuoteDto } from '@snout/contract/insurance';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProductWords } from '../insurance/product-words.ts';
import { useNoQuoteWords } from './use-no-quote-words.ts';

type Quoted = Extract<QuoteDto, { kind: 'quoted' }>;

/** What the cover costs, line by line, from when it holds for what and what it leaves out; or every reason why there is none. */
export function QuoteAnswer({ quote }: { readonly quote: QuoteDto }): ReactNode {
  const { t } = useTranslation();
  const words = useNoQuoteWords();
  if (quote.kind === 'quoted') return <Offer quote={quote} />;
  return (
    <Alert color="yellow" title={t('quote.none')}>
      <List>
        {quote.reasons.map((reason) => (
          <List.Item key={JSON.stringify(reason)}>{words(reason)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Offer({ quote }: { readonly quote: Quoted }): ReactNode {
  const { t } = useTranslation();
  const { local, money, percent, day } = useProductWords();
  const { currency, tier, premium } = quote;
  return (
    <Stack gap="md">
      <Premium quote={quote} />
      <Text size="sm">
        {t('quote.covered', {
          from: day(quote.startsOn),
          until: day(quote.endsOn),
          limit: money(tier.annualLimit, currency),
          share: percent(tier.reimbursement.inNetwork),
          deductible: t(`quote.per.${tier.deductible.per}`, { amount: money(tier.deductible.amount, currency) }),
        })}
      </Text>
      {quote.birthDateMatters && <Alert color="yellow">{t('quote.birthDateMatters')}</Alert>}
      <Listed title={t('quote.waiting')}>
        {quote.waiting.map(({ cause, coveredFrom }) => (
          <List.Item key={cause}>{t('quote.coveredFrom', { cause: t(`quote.causes.${cause}`), day: day(coveredFrom) })}</List.Item>
        ))}
      </Listed>
      <Listed title={t('quote.exclusions')}>
        {quote.exclusions.map(({ id, text }) => (
          <List.Item key={id}>{local(text)}</List.Item>
        ))}
      </Listed>
      <Text size="sm">{t('quote.freeLook', { day: day(quote.freeLookUntil) })}</Text>
      <Text size="sm" c="dimmed">
        {t('quote.total', { total: money(premium.total, currency) })}
      </Text>
    </Stack>
  );
}

function Premium({ quote: { premium, currency } }: { readonly quote: Quoted }): ReactNode {
  const { t } = useTranslation();
  const { local, money, percent } = useProductWords();
  return (
    <Table>
      <Table.Caption>{t('quote.premium')}</Table.Caption>
      <Table.Tbody>
        {premium.lines.map(({ kind, id, name, choice, share, amount }) => (
          <Table.Tr key={`${kind} ${id}`}>
            <Table.Th scope="row" fw={400}>
              {local(name)}
              {choice && `: ${local(choice.name)}`}
              {kind === 'tax' && share !== null && ` ${percent(share)}`}
            </Table.Th>
            <Table.Td ta="right">{money(amount, currency)}</Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th scope="row">{t('quote.sum')}</Table.Th>
          <Table.Td ta="right" fw={700}>
            {money(premium.total, currency)}
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

function Listed({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <Title order={3} size="h6">
        {title}
      </Title>
      <List size="sm">{children}</List>
    </div>
  );
}
