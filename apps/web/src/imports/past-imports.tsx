import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { importApi } from '../api/import-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { importPlace } from '../navigation/places.ts';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useWhen } from '../time/use-when.ts';

/** What was imported or checked before; nothing is shown before the first. */
export function PastImports(): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const imports = useQuery({ queryKey: QUERY_KEYS.imports, queryFn: importApi.list });
  if (imports.isError) return <ProblemAlert error={imports.error} onRetry={() => void imports.refetch()} />;
  if (!imports.data || imports.data.length === 0) return null;
  return (
    <SectionCard title={t('imports.past')} intro={t('imports.pastIntro')}>
      <RowList label={t('imports.past')}>
        {imports.data.map(({ id, fileName, dryRun, state, done, rows, createdAt }) => (
          <Group key={id} justify="space-between" gap="sm">
            <div>
              <Anchor
                component={Link}
                href={importPlace(id)}
                fw={600}
                className="break"
                aria-label={t('imports.openNamed', { name: fileName, when: when(createdAt) })}
              >
                {fileName}
              </Anchor>
              <Text size="sm" c="dimmed">
                {when(createdAt)} · {t('imports.progress', { done, rows })}
              </Text>
            </div>
            <Group gap="xs">
              {dryRun && (
                <Badge tt="none" variant="light">
                  {t('imports.isCheck')}
                </Badge>
              )}
              <Badge tt="none" variant="light" color={state === 'cancelled' ? 'gray' : 'pine'}>
                {t(`imports.states.${state}`)}
              </Badge>
            </Group>
          </Group>
        ))}
      </RowList>
    </SectionCard>
  );
}
