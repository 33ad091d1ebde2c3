import { Alert, Button, Card, Group, List, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { problemOf } from '../../api/api-error.ts';
import { type InvitationOffer, petPeopleApi } from '../../api/pet-people-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { Page } from '../../navigation/page.tsx';
import { PLACES, petPlace } from '../../navigation/places.ts';
import { ProblemAlert } from '../../problem/problem-alert.tsx';

/** Where the link of an invitation leads: what is offered, to be accepted or declined. The secret stands behind the # of the address. */
export function InvitationPage(): ReactNode {
  const { t } = useTranslation();
  const token = useToken();
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => petPeopleApi.offer(token),
    enabled: token !== '',
    retry: (failures, error) => failures < 1 && problemOf(error) === null,
  });
  if (token === '') {
    return (
      <Page title={t('people.invitation')}>
        <Alert color="yellow">{t('people.noToken')}</Alert>
      </Page>
    );
  }
  if (offer.data) return <Offer token={token} offer={offer.data} />;
  return (
    <Page title={t('people.invitation')}>
      {offer.isPending && <Skeleton height={180} radius="lg" />}
      {offer.isError && <ProblemAlert error={offer.error} onRetry={() => void offer.refetch()} />}
      <Group>
        <Button component={Link} href={PLACES.pets} variant="default">
          {t('navigation.toPets')}
        </Button>
      </Group>
    </Page>
  );
}

/** Also when another link is opened in the same window. */
function useToken(): string {
  const [hash, setHash] = useState(() => window.location.hash);
  useEffect(() => {
    const look = () => setHash(window.location.hash);
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

function Offer({ token, offer: { kind, pet, expiresAt } }: { readonly token: string; readonly offer: InvitationOffer }): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [, goTo] = useLocation();
  const accept = useMutation({
    mutationFn: () => petPeopleApi.accept(token),
    onSuccess: async (accepted) => {
      await queries.invalidateQueries({ queryKey: QUERY_KEYS.pets });
      goTo(petPlace(accepted.id), { replace: true });
    },
  });
  const decline = useMutation({ mutationFn: () => petPeopleApi.decline(token) });
  const until = new Date(expiresAt).toLocaleString(i18n.language, { dateStyle: 'long', timeStyle: 'short' });
  const points = kind === 'transfer' ? (['all', 'notes', 'first'] as const) : (['see', 'add', 'leave'] as const);
  return (
    <Page title={t(`people.${kind}.offerTitle`, { name: pet.name })} intro={t(`species.${pet.species}`)}>
      <Card withBorder radius="lg" padding="lg" maw={640}>
        {decline.isSuccess ? (
          <Text role="status">{t('people.declined')}</Text>
        ) : (
          <Stack gap="md">
            <Text>{t(`people.${kind}.offerText`, { name: pet.name })}</Text>
            <List>
              {points.map((point) => (
                <List.Item key={point}>{t(`people.points.${point}`)}</List.Item>
              ))}
            </List>
            <Text size="sm" c="dimmed">
              {t('people.until', { until })}
            </Text>
            {accept.isError && <ProblemAlert error={accept.error} />}
            {decline.isError && <ProblemAlert error={decline.error} />}
            <Group>
              <Button loading={accept.isPending} onClick={() => accept.mutate()}>
                {t(`people.${kind}.accept`)}
              </Button>
              <Button variant="default" loading={decline.isPending} onClick={() => decline.mutate()}>
                {t('people.decline')}
              </Button>
            </Group>
          </Stack>
        )}
      </Card>
    </Page>
  );
}
