import { Alert, Anchor, Button, Group, SimpleGrid, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { LineIcon } from '../navigation/line-icon.tsx';
import { MoreButton } from '../navigation/more-button.tsx';
import { Page } from '../navigation/page.tsx';
import { PLACES } from '../navigation/places.ts';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { FirstPet } from './first-pet.tsx';
import { clearForgottenName, forgottenName } from './forgotten-name.ts';
import { PetCard } from './pet-card.tsx';
import classes from './pets-page.module.css';

/** As many places as a phone shows at first. */
const PLACEHOLDERS = ['a', 'b', 'c', 'd'];

/** All pets by name, a page at a time; before the first, how to begin. */
export function PetsPage(): ReactNode {
  const { t } = useTranslation();
  const [forgotten] = useState(forgottenName);
  useEffect(clearForgottenName, []);
  const pages = useInfiniteQuery({
    queryKey: QUERY_KEYS.pets,
    queryFn: ({ pageParam }) => snoutApi.listPets(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const pets = pages.data?.pages.flatMap((page) => page.pets) ?? [];
  const news = forgotten === null ? '' : t('pets.forgotten', { name: forgotten });
  return (
    <Page title={t('pets.title')} actions={pets.length > 0 && <AddButton />}>
      <LiveRegion words={pages.isPending ? t('pets.loading') : news} />
      {news && (
        <Alert color="pine" aria-hidden="true">
          {news}
        </Alert>
      )}
      {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && pets.length === 0 && <FirstPet />}
      {(pages.isPending || pets.length > 0) && (
        <SimpleGrid component="ul" cols={{ base: 2, xs: 3, lg: 4 }} spacing="md" className={classes['list'] ?? ''}>
          {pages.isPending && PLACEHOLDERS.map((name) => <Skeleton key={name} component="li" className={classes['placeholder'] ?? ''} />)}
          {pets.map((pet) => (
            <PetCard key={pet.id} pet={pet} />
          ))}
        </SimpleGrid>
      )}
      <MoreButton pages={pages} />
      {pages.isSuccess && (
        <Group gap="lg">
          <Anchor component={Link} href={PLACES.imports} size="sm">
            {t('pets.import')}
          </Anchor>
          <Anchor component={Link} href={PLACES.archivedPets} size="sm">
            {t('manage.archivedTitle')}
          </Anchor>
        </Group>
      )}
    </Page>
  );
}

function AddButton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Group>
      <Button component={Link} href={PLACES.newPet} leftSection={<LineIcon name="add" size={18} />}>
        {t('pets.add')}
      </Button>
    </Group>
  );
}
