import { Button, Checkbox, Group, SegmentedControl, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import type { SpeciesDto } from '@snout/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { type OfferedProducts, quoteApi } from '../api/quote-api.ts';
import { Page } from '../navigation/page.tsx';
import { applyPlace } from '../navigation/places.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { choicesOf, firstCover } from './chosen-cover.ts';
import { CoverFields } from './cover-fields.tsx';
import { QuoteAnswer } from './quote-answer.tsx';

/** What an insurer sells and what it would cost, for anybody. */
export function QuotePage({ insurerId }: { readonly insurerId: string }): ReactNode {
  const { t } = useTranslation();
  const offers = useQuery({ queryKey: QUERY_KEYS.offers(insurerId), queryFn: () => quoteApi.offers(insurerId) });
  const name = offers.data?.insurer.name ?? '';
  return (
    <Page title={t('quote.title')} intro={offers.data ? t('quote.intro', { name }) : ''}>
      {offers.isPending && <Skeleton height={240} />}
      {offers.isError && <ProblemAlert error={offers.error} onRetry={() => void offers.refetch()} />}
      {offers.data?.products.length === 0 && <Text>{t('quote.nothing', { name })}</Text>}
      {offers.data && offers.data.products.length > 0 && <Quotes insurerId={insurerId} products={offers.data.products} />}
    </Page>
  );
}

interface QuotesProps {
  readonly insurerId: string;
  readonly products: OfferedProducts['products'];
}

function Quotes({ insurerId, products }: QuotesProps): ReactNode {
  const { t } = useTranslation();
  const [first] = products;
  const [cover, setCover] = useState(first && firstCover(first));
  const [animal, setAnimal] = useState<{ species: SpeciesDto; birth: string; estimated: boolean }>({
    species: 'dog',
    birth: '',
    estimated: false,
  });
  const quote = useMutation({
    mutationFn: async () => {
      if (cover === undefined) throw new Error('There is no product.');
      const { productId, tier, startsOn } = cover;
      const { species, birth, estimated } = animal;
      return quoteApi.quote(insurerId, productId, {
        species,
        birth: { date: birth, estimated },
        tier,
        startsOn,
        choices: choicesOf(cover),
      });
    },
  });
  if (cover === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    quote.mutate();
  };
  return (
    <>
      <SectionCard title={t('quote.ask')}>
        <form onSubmit={submit}>
          <Stack gap="md" maw={560}>
            <SegmentedControl
              aria-label={t('quote.species')}
              value={animal.species}
              onChange={(value) => setAnimal({ ...animal, species: value === 'cat' ? 'cat' : 'dog' })}
              data={(['dog', 'cat'] as const).map((value) => ({ value, label: t(`enrol.${value}`) }))}
            />
            <TextInput
              label={t('quote.birth')}
              description={t('quote.birthHint')}
              required
              value={animal.birth}
              onChange={(event) => setAnimal({ ...animal, birth: event.currentTarget.value })}
            />
            <Checkbox
              label={t('quote.estimated')}
              checked={animal.estimated}
              onChange={(event) => setAnimal({ ...animal, estimated: event.currentTarget.checked })}
            />
            <CoverFields products={products} cover={cover} onChange={setCover} />
            {quote.isError && <ProblemAlert error={quote.error} />}
            <Group>
              <Button type="submit" loading={quote.isPending}>
                {t('quote.show')}
              </Button>
            </Group>
          </Stack>
        </form>
      </SectionCard>
      <LiveRegion words={quote.isSuccess ? t('quote.ready') : ''} />
      {quote.data && (
        <SectionCard title={t('quote.yours')}>
          <QuoteAnswer quote={quote.data} />
          {quote.data.kind === 'quoted' && (
            <Group>
              <Button component={Link} href={applyPlace(insurerId)}>
                {t('quote.insure')}
              </Button>
            </Group>
          )}
        </SectionCard>
      )}
    </>
  );
}
