import { Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountApi, type SignedInSession } from '../api/account-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { ConfirmDialog } from '../dialog/confirm-dialog.tsx';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useWhen } from '../time/use-when.ts';
import { placeOfAddress } from './place-of-address.ts';
import { useDeviceWords } from './use-device-words.ts';

/** Where the person is signed in, and signing out elsewhere: one session, or all but this one. */
export function SessionsCard(): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const sessions = useQuery({ queryKey: QUERY_KEYS.sessions, queryFn: accountApi.sessions });
  const endOthers = useMutation({
    mutationFn: accountApi.endOtherSessions,
    onSuccess: () => {
      setAsking(false);
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.sessions });
    },
  });
  const isAlone = (sessions.data?.length ?? 0) < 2;
  return (
    <SectionCard
      title={t('sessions.title')}
      intro={t('sessions.intro')}
      actions={
        !isAlone && (
          <Button variant="light" color="danger" onClick={() => setAsking(true)}>
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      {sessions.isPending && <Skeleton height={64} />}
      {sessions.isError && <ProblemAlert error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data && (
        <RowList label={t('sessions.title')}>
          {sessions.data.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </RowList>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('sessions.endOthers')}
        text={t('sessions.endOthersText')}
        yes={t('sessions.endOthersYes')}
        pending={endOthers.isPending}
        error={endOthers.error}
        onYes={() => endOthers.mutate()}
        onClose={() => setAsking(false)}
      />
    </SectionCard>
  );
}

function SessionRow({ session }: { readonly session: SignedInSession }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const queries = useQueryClient();
  const deviceOf = useDeviceWords();
  const end = useMutation({
    mutationFn: () => accountApi.endSession(session.id),
    // Also when it had ended already.
    onSettled: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.sessions }),
  });
  const device = deviceOf(session.userAgent);
  const place = t(`sessions.place.${placeOfAddress(session.ipAddress)}`, { address: session.ipAddress ?? '' });
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Group gap="xs">
          <Text fw={600} className="break">
            {device}
          </Text>
          {session.isThis && <Badge tt="none">{t('sessions.this')}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {t('sessions.since', { place, when: when(session.createdAt) })}
        </Text>
      </div>
      {!session.isThis && (
        <Button
          size="xs"
          variant="default"
          loading={end.isPending}
          onClick={() => end.mutate()}
          aria-label={t('sessions.endNamed', { device })}
        >
          {t('sessions.end')}
        </Button>
      )}
      {end.isError && <ProblemAlert error={end.error} />}
    </Group>
  );
}
