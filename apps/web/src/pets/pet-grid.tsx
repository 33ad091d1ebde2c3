import { Alert, Button, Card, Center, Group, Image, Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { PetListItemDto } from '@snout/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { placeHash } from '../location.ts';
import { PawMark } from '../photo/paw-mark.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import classes from './pet-grid.module.css';

/** All pets by name, a page at a time. `news`: what happened just now. */
export function PetGrid({ news }: { readonly news: string }): ReactNode {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: QUERY_KEYS.pets,
    queryFn: ({ pageParam }) => snoutApi.listPets(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const pets = pages.data?.pages.flatMap((page) => page.pets) ?? [];
  return (
    <>
      <Title order={2}>{t('pets.title')}</Title>
      {news && (
        <Alert color="pine" aria-hidden="true">
          {news}
        </Alert>
      )}
      {pages.isPending && (
        <Group justify="center">
          <Loader size="sm" />
          <Text>{t('pets.loading')}</Text>
        </Group>
      )}
      {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && pets.length === 0 && <NoPets />}
      <SimpleGrid component="ul" cols={{ base: 2, xs: 3, sm: 4 }} spacing="md" className={classes['list'] ?? ''}>
        {pets.map((pet) => (
          <PetCard key={pet.id} pet={pet} />
        ))}
      </SimpleGrid>
      {pages.hasNextPage && (
        <Center>
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('pets.more')}
          </Button>
        </Center>
      )}
    </>
  );
}

function PetCard({ pet }: { readonly pet: PetListItemDto }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      <Card component="a" href={placeHash('pets', pet.id)} withBorder padding="xs" className={classes['card'] ?? ''}>
        <Card.Section>
          <Image src={pet.portraitUrl} alt="" loading="lazy" className={classes['portrait'] ?? ''} />
        </Card.Section>
        <Text fw={600} mt="xs" truncate>
          {pet.name}
        </Text>
        <Text size="sm" c="dimmed">
          {`${t(`species.${pet.species}`)} · ${t('pets.photoCount', { count: pet.photoCount })}`}
        </Text>
      </Card>
    </li>
  );
}

function NoPets(): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack align="center" gap="xs" py="xl">
      <PawMark size={48} />
      <Text fw={600}>{t('pets.empty')}</Text>
      <Text c="dimmed">{t('pets.emptyHint')}</Text>
      <Button component="a" href={placeHash('enrol')} mt="sm">
        {t('who.goEnrol')}
      </Button>
    </Stack>
  );
}
