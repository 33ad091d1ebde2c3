import { Alert, Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { VerdictDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CandidateList } from './candidate-list.tsx';
import { Comparison } from './comparison.tsx';
import { useVerdictTitle } from './use-verdict-title.ts';

const BADGE_COLOURS = { match: 'pine', review: 'yellow', unknown: 'gray' } as const;

interface VerdictCardProps {
  /** Which head or photos this is about; null when there is no doubt. */
  readonly title: string | null;
  readonly verdict: VerdictDto;
  /** The head in question, to be seen beside the best candidate. */
  readonly probe: ReactNode;
}

/** The verdict in words, the reasons, and the nearest pets. */
export function VerdictCard({ title, verdict, probe }: VerdictCardProps): ReactNode {
  const { t } = useTranslation();
  const verdictTitle = useVerdictTitle();
  const best = verdict.kind === 'unknown' ? undefined : verdict.candidates[0];
  return (
    <Stack gap="sm">
      <div>
        {title && (
          <Text size="sm" c="dimmed">
            {title}
          </Text>
        )}
        <Group gap="sm">
          <Title order={4} size="h3">
            {verdictTitle(verdict)}
          </Title>
          <Badge color={BADGE_COLOURS[verdict.kind]} variant="filled" autoContrast>
            {t(`verdict.${verdict.kind}Badge`)}
          </Badge>
        </Group>
      </div>
      {verdict.why.map((reason) => (
        <Text key={reason} size="sm">
          {t(`verdict.why.${reason}`)}
        </Text>
      ))}
      {verdict.lookAlike && <Alert color="yellow">{t('verdict.lookAlike', { name: verdict.lookAlike.pet.name })}</Alert>}
      {best && probe && <Comparison probe={probe} candidate={best} />}
      <CandidateList candidates={verdict.candidates} />
    </Stack>
  );
}
