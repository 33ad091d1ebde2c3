import { Button, Checkbox, Group, NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { petApi } from '../api/pet-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { type OfferedProducts, quoteApi } from '../api/quote-api.ts';
import { useProductWords } from '../insurance/product-words.ts';
import { Page } from '../navigation/page.tsx';
import { ownApplicationPlace, PLACES } from '../navigation/places.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { newKey } from '../upload/new-key.ts';
import { ApplicationAnswer } from './application-answer.tsx';
import { choicesOf, firstCover } from './chosen-cover.ts';
import { CoverFields } from './cover-fields.tsx';
import { QuoteAnswer } from './quote-answer.tsx';

/** Insures an own pet: cover, what it costs, what must be read before, and the application. */
export function ApplyPage({ insurerId }: { readonly insurerId: string }): ReactNode {
  const { t } = useTranslation();
  const offers = useQuery({ queryKey: QUERY_KEYS.offers(insurerId), queryFn: () => quoteApi.offers(insurerId) });
  const pets = useQuery({ queryKey: QUERY_KEYS.petsToInsure, queryFn: quoteApi.ownPets });
  const own = pets.data ?? [];
  const failed = offers.error ?? pets.error;
  return (
    <Page title={t('apply.title')} intro={offers.data ? t('quote.intro', { name: offers.data.insurer.name }) : ''}>
      {failed && <ProblemAlert error={failed} />}
      {!failed && (offers.isPending || pets.isPending) && <Skeleton height={240} />}
      {offers.data?.products.length === 0 && <Text>{t('quote.nothing', { name: offers.data.insurer.name })}</Text>}
      {pets.data && own.length === 0 && (
        <SectionCard title={t('apply.noPet')} intro={t('apply.noPetHint')}>
          <Group>
            <Button component={Link} href={PLACES.newPet}>
              {t('pets.add')}
            </Button>
          </Group>
        </SectionCard>
      )}
      {offers.data && offers.data.products.length > 0 && own.length > 0 && (
        <Application insurerId={insurerId} products={offers.data.products} pets={own} />
      )}
    </Page>
  );
}

interface ApplicationProps {
  readonly insurerId: string;
  readonly products: OfferedProducts['products'];
  readonly pets: readonly { readonly id: string; readonly name: string }[];
}

function Application({ insurerId, products, pets }: ApplicationProps): ReactNode {
  const { t, i18n } = useTranslation();
  const [, go] = useLocation();
  const { local } = useProductWords();
  const [cover, setCover] = useState(products[0] && firstCover(products[0]));
  const [petId, setPetId] = useState(pets[0]?.id ?? '');
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const [key, setKey] = useState(newKey);
  const profile = useQuery({ queryKey: QUERY_KEYS.petProfile(petId), queryFn: () => petApi.profile(petId) });
  const birth = profile.data?.birth ?? null;
  const asked = cover &&
    profile.data &&
    birth && {
      species: profile.data.species,
      birth: { date: birth.date, estimated: birth.estimated },
      tier: cover.tier,
      startsOn: cover.startsOn,
      choices: choicesOf(cover),
    };
  const quote = useQuery({
    queryKey: QUERY_KEYS.quote(insurerId, { productId: cover?.productId, asked }),
    queryFn: () => (cover && asked ? quoteApi.quote(insurerId, cover.productId, asked) : Promise.reject(new Error('Nothing is asked.'))),
    enabled: Boolean(asked),
    retry: false,
  });
  const apply = useMutation({
    mutationFn: () => {
      if (cover === undefined) throw new Error('There is no product.');
      const { productId, tier, startsOn } = cover;
      const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
      const application = { petId, tier, startsOn, choices: choicesOf(cover), accepted: [...accepted], language } as const;
      return quoteApi.apply(insurerId, productId, application, key);
    },
    // What was not stored can be asked for anew, with better photos.
    onSuccess: (answer) => ('kind' in answer ? setKey(newKey()) : go(ownApplicationPlace(insurerId, answer.id))),
  });
  const quoted = quote.data?.kind === 'quoted' ? quote.data : null;
  const change = (changed: () => void) => {
    changed();
    setAccepted(new Set());
    setKey(newKey());
    apply.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply.mutate();
  };
  if (cover === undefined) return null;
  return (
    <>
      <SectionCard title={t('apply.what')}>
        <Stack gap="md" maw={560}>
          <NativeSelect
            label={t('apply.pet')}
            value={petId}
            data={pets.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ currentTarget: { value } }) => change(() => setPetId(value))}
          />
          <CoverFields products={products} cover={cover} onChange={(changed) => change(() => setCover(changed))} />
        </Stack>
      </SectionCard>
      {profile.isError && <ProblemAlert error={profile.error} />}
      {profile.data && birth === null && (
        <ApplicationAnswer answer={{ kind: 'refused', reasons: [{ kind: 'birth-date-missing' }] }} petId={petId} />
      )}
      {quote.isError && <ProblemAlert error={quote.error} />}
      {quote.data && (
        <SectionCard title={t('quote.yours')}>
          <QuoteAnswer quote={quote.data} />
        </SectionCard>
      )}
      {quoted && (
        <SectionCard title={t('apply.read')} intro={t('apply.readHint')}>
          <form onSubmit={submit}>
            <Stack gap="sm">
              {quoted.disclosures.map(({ id, text }) => (
                <Checkbox
                  key={id}
                  required
                  label={local(text)}
                  checked={accepted.has(id)}
                  onChange={({ currentTarget: { checked } }) =>
                    setAccepted(new Set(checked ? [...accepted, id] : [...accepted].filter((one) => one !== id)))
                  }
                />
              ))}
              {apply.isError && <ProblemAlert error={apply.error} />}
              <LiveRegion words={apply.isPending ? t('apply.looking') : ''} />
              {apply.data && 'kind' in apply.data && <ApplicationAnswer answer={apply.data} petId={petId} />}
              <Group>
                <Button type="submit" loading={apply.isPending}>
                  {t('apply.send')}
                </Button>
              </Group>
            </Stack>
          </form>
        </SectionCard>
      )}
    </>
  );
}
