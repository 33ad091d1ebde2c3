import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { MoreButton } from '../navigation/more-button.tsx';
import { Page } from '../navigation/page.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { BackToPets } from './back-to-pets.tsx';
import { PetCard } from './pet-card.tsx';
import classes from './pets-page.module.css';

/** Pets that were put away: kept, and out of lists and searches. */
export function ArchivedPetsPage(): ReactNode {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: QUERY_KEYS.archivedPets,
    queryFn: ({ pageParam }) => snoutApi.listPets(pageParam, true),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const pets = pages.data?.pages.flatMap((page) => page.pets) ?? [];
  return (
    <Stack gap="md">
      <BackToPets />
      <Page title={t('manage.archivedTitle')} intro={t('manage.archiveText')}>
        {pages.isPending && <Skeleton height={180} radius="lg" />}
        {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isSuccess && pets.length === 0 && <Text>{t('manage.archivedNone')}</Text>}
        <SimpleGrid component="ul" cols={{ base: 2, xs: 3, lg: 4 }} spacing="md" className={classes['list'] ?? ''}>
          {pets.map((pet) => (
            <PetCard key={pet.id} pet={pet} />
          ))}
        </SimpleGrid>
        <MoreButton pages={pages} />
      </Page>
    </Stack>
  );
}
