import { Button, Card, Group, Image, SimpleGrid, Text } from '@mantine/core';
import type { SharedPetDto } from '@snout/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/api-error.ts';
import { petSharingApi } from '../api/pet-sharing-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { Page } from '../navigation/page.tsx';
import { PageSkeleton } from '../navigation/page-skeleton.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { QrCode } from './qr-code.tsx';
import classes from './shared-pet-page.module.css';

/** What the owner of a pet shows to whoever has the link; made to be printed, too. */
export function SharedPetPage({ token }: { readonly token: string }): ReactNode {
  const { t } = useTranslation();
  useNoIndex();
  const pet = useQuery({
    queryKey: QUERY_KEYS.sharedPet(token),
    queryFn: () => petSharingApi.shared(token),
    retry: (failures, error) => failures < 1 && problemOf(error) === null,
  });
  if (pet.isPending) return <PageSkeleton />;
  if (pet.isError) {
    return (
      <Page title={t('shared.gone')}>
        <ProblemAlert error={pet.error} onRetry={() => void pet.refetch()} />
      </Page>
    );
  }
  return <SharedPet pet={pet.data} />;
}

function SharedPet({ pet }: { readonly pet: SharedPetDto }): ReactNode {
  const { t } = useTranslation();
  const species = t(`enrol.${pet.species}`);
  const name = pet.name ?? species;
  const [portrait, ...others] = pet.photoUrls;
  return (
    <Page
      title={name}
      intro={pet.name === null ? undefined : species}
      actions={
        <Button variant="default" className={classes['screen'] ?? ''} onClick={() => window.print()}>
          {t('shared.print')}
        </Button>
      }
    >
      <Card withBorder radius="lg" padding="lg" className={classes['card'] ?? ''}>
        <div className={classes['top']}>
          {portrait !== undefined && (
            <Image src={portrait} alt={t('shared.photoAlt', { name, number: 1 })} className={classes['portrait'] ?? ''} />
          )}
          <Facts pet={pet} />
        </div>
        {others.length > 0 && (
          <SimpleGrid cols={{ base: 3, xs: 5 }} spacing="sm" mt="md">
            {others.map((url, index) => (
              <Image key={url} src={url} alt={t('shared.photoAlt', { name, number: index + 2 })} radius="md" />
            ))}
          </SimpleGrid>
        )}
      </Card>
      <Group align="center" gap="lg" wrap="nowrap">
        <QrCode text={window.location.href} label={t('shared.qr')} size={112} />
        <Text size="sm" c="dimmed">
          {t('shared.private')}
        </Text>
      </Group>
    </Page>
  );
}

function Facts({ pet }: { readonly pet: SharedPetDto }): ReactNode {
  const { t, i18n } = useTranslation();
  const coat = [
    ...pet.colours.map((colour) => t(`details.colours.${colour}`)),
    ...(pet.pattern ? [t(`details.patterns.${pet.pattern}`)] : []),
  ];
  const facts = [
    [t('details.breed'), (i18n.language.startsWith('zh') ? pet.breed?.zh : pet.breed?.en) ?? ''],
    [t('details.sex'), pet.sex === 'unknown' ? '' : t(`details.sexes.${pet.sex}`)],
    [t('details.neutered'), pet.neutered === 'unknown' ? '' : t(`details.neuteredWords.${pet.neutered}`)],
    [t('details.birth'), pet.birth?.estimated ? t('details.about', { date: pet.birth.date }) : (pet.birth?.date ?? '')],
    [t('details.coat'), coat.join(', ')],
    [t('details.marks'), pet.marks],
    [t('details.microchips'), pet.microchips.map((digits) => t('shared.chip', { digits })).join(', ')],
  ].filter(([, value]) => value !== '');
  if (facts.length === 0) return <Text c="dimmed">{t('shared.nothing')}</Text>;
  return (
    <dl className={classes['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Search engines that run the page are told what the answer's header says. */
function useNoIndex(): void {
  useEffect(() => {
    const meta = document.createElement('meta');
    meta.name = 'robots';
    meta.content = 'noindex, nofollow';
    document.head.append(meta);
    return () => meta.remove();
  }, []);
}
