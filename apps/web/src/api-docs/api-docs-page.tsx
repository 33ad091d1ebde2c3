import { Anchor, List, Skeleton, Text, TextInput } from '@mantine/core';
import { API_PATHS } from '@snout/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { Page } from '../navigation/page.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { type ApiReference, fetchApiReference, type Operation } from './api-document.ts';
import { CodeSample } from './code-sample.tsx';
import { OperationGroups } from './operation-groups.tsx';

/** What programs can do here, from the document that the service itself gives. */
export function ApiDocsPage(): ReactNode {
  const { t } = useTranslation();
  const reference = useQuery({ queryKey: QUERY_KEYS.apiDocument, queryFn: fetchApiReference, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Page title={t('apiDocs.title')} intro={t('apiDocs.intro')}>
      <Beginning server={reference.data?.server ?? window.location.origin} />
      <LiveRegion words={reference.isPending ? t('apiDocs.loading') : ''} />
      {reference.isPending && <Skeleton height={320} radius="lg" />}
      {reference.isError && <ProblemAlert error={reference.error} onRetry={() => void reference.refetch()} />}
      {reference.data && <Operations reference={reference.data} />}
    </Page>
  );
}

function Beginning({ server }: { readonly server: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <SectionCard title={t('apiDocs.begin')} intro={t('apiDocs.beginText')}>
      <CodeSample order={3} title={t('apiDocs.firstCall')} code={`curl -H 'Authorization: Bearer YOUR_KEY' '${server}${API_PATHS.pets}'`} />
      <List size="sm" spacing={4}>
        <List.Item>{t('apiDocs.errors')}</List.Item>
        <List.Item>{t('apiDocs.again')}</List.Item>
        <List.Item>
          <Anchor href={API_PATHS.openApi} download="snout-openapi.json" size="sm">
            {t('apiDocs.openApi')}
          </Anchor>
        </List.Item>
      </List>
    </SectionCard>
  );
}

function Operations({ reference }: { readonly reference: ApiReference }): ReactNode {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [opened, setOpened] = useState<readonly string[]>(() => [window.location.hash.slice(1)]);
  const found = reference.operations.filter((operation) => fits(operation, words));
  useEffect(() => {
    // An address may name an operation; it is there only now.
    const named = document.getElementById(window.location.hash.slice(1));
    named?.scrollIntoView();
  }, []);
  const open = (now: readonly string[]) => {
    const last = now.find((id) => !opened.includes(id));
    // To be passed on, without another step to go back.
    if (last !== undefined) window.history.replaceState(window.history.state, '', `#${last}`);
    setOpened(now);
  };
  return (
    <>
      <div>
        <TextInput
          type="search"
          label={t('apiDocs.find')}
          maw={420}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autoComplete="off"
        />
        <Text size="sm" c="dimmed" role="status" mt={4}>
          {found.length === 0 ? t('apiDocs.none') : t('apiDocs.found', { count: found.length })}
        </Text>
      </div>
      <OperationGroups reference={reference} operations={found} opened={opened} onOpen={open} />
    </>
  );
}

function fits({ path, summary, operationId, tags, method }: Operation, words: string): boolean {
  const text = [method, path, summary, operationId, ...tags].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
