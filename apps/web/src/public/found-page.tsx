import { Alert, Button, Card, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { MAX_FOUND_PHOTOS } from '@snout/contract';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/api-error.ts';
import { foundPetApi } from '../api/found-pet-api.ts';
import { Page } from '../navigation/page.tsx';
import { LiveRegion } from '../photo/live-region.tsx';
import { PhotoPicker } from '../photo/photo-picker.tsx';
import { PhotoProblemList } from '../problem/photo-problem-list.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { FoundMessageForm } from './found-message-form.tsx';

/** "Found a pet?": photos in, and out whether it likely is somebody's, with a message to the owner. Without an account. */
export function FoundPage(): ReactNode {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useMutation({
    mutationFn: (files: readonly File[]) => foundPetApi.search(files.slice(0, MAX_FOUND_PHOTOS)),
    onSuccess: () => requestAnimationFrame(() => heading.current?.focus()),
  });
  const answer = search.data;
  return (
    <Page title={t('found.title')} intro={t('found.intro')}>
      {!answer && (
        <>
          <PhotoPicker onPick={(files) => search.mutate(files)} disabled={search.isPending} most={MAX_FOUND_PHOTOS} />
          {!search.isPending && <Promises />}
        </>
      )}
      <LiveRegion words={search.isPending ? t('found.looking') : ''} />
      {search.isPending && (
        <Group justify="center" gap="sm">
          <Loader size="sm" />
          <Text>{t('found.looking')}</Text>
        </Group>
      )}
      {search.isError && <SearchProblem error={search.error} onRetry={() => search.mutate(search.variables)} />}
      {answer && (
        <Card withBorder radius="lg" padding="lg">
          <Stack gap="md">
            <Title order={2} ref={heading} tabIndex={-1} size="h3" style={{ outline: 'none' }}>
              {t(`found.answer.${answer.kind}`)}
            </Title>
            <Text>{t(`found.answer.${answer.kind}Text`)}</Text>
            {answer.ticket !== null && <FoundMessageForm ticket={answer.ticket} />}
            {answer.kind === 'none' && <NextSteps />}
          </Stack>
        </Card>
      )}
      {answer && (
        <Group>
          <Button variant="default" onClick={() => search.reset()}>
            {t('found.again')}
          </Button>
        </Group>
      )}
    </Page>
  );
}

/** What happens to the photos, and what nobody learns. */
function Promises(): ReactNode {
  const { t } = useTranslation();
  return (
    <List size="sm" c="dimmed" spacing={4}>
      {(['kept', 'owner', 'you'] as const).map((promise) => (
        <List.Item key={promise}>{t(`found.promises.${promise}`)}</List.Item>
      ))}
    </List>
  );
}

function NextSteps(): ReactNode {
  const { t } = useTranslation();
  return (
    <List spacing={4}>
      {(['photo', 'chip', 'shelter'] as const).map((step) => (
        <List.Item key={step}>{t(`found.next.${step}`)}</List.Item>
      ))}
    </List>
  );
}

function SearchProblem({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }): ReactNode {
  const problem = problemOf(error);
  if (problem?.photos === undefined) return <ProblemAlert error={error} onRetry={onRetry} />;
  return (
    <Alert color="yellow" role="alert">
      <PhotoProblemList problems={problem.photos} />
    </Alert>
  );
}
