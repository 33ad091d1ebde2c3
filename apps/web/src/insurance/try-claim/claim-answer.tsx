import { Alert, Box, List, Stack, Text } from '@mantine/core';
import type { SettlementDto } from '@snout/contract/settlement';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../api/settlement-api.ts';
import { useProductWords } from '../product-words.ts';
import { SettlementTable } from './settlement-table.tsx';
import { type Settled, type Tier, useSettlementWords } from './use-settlement-words.ts';

interface ClaimAnswerProps {
  /** Undefined: nothing was asked yet. */
  readonly answer: Preview | undefined;
  readonly tier: Tier | undefined;
}

/** What would be paid, whether a person looks at it, and each line with its rules. */
export function ClaimAnswer({ answer, tier }: ClaimAnswerProps): ReactNode {
  const settlement = answer?.kind === 'settled' ? answer.settlements[0] : undefined;
  const shown = answer?.kind === 'settled' && settlement && tier ? { answer, settlement, tier } : null;
  return (
    <Stack gap="md">
      {/* There before the answer, which is then read out. */}
      <Box role="status">
        {answer?.kind === 'none' && <NoAnswer reasons={answer.reasons} />}
        {shown && <Summary {...shown} />}
      </Box>
      {shown && <SettlementTable {...shown} />}
    </Stack>
  );
}

type NoAnswerProps = Pick<Extract<Preview, { kind: 'none' }>, 'reasons'>;

function NoAnswer({ reasons }: NoAnswerProps): ReactNode {
  const { t } = useTranslation();
  return reasons.map(({ kind }) => (
    <Text key={kind} size="sm">
      {t(`tryClaim.none.${kind}`)}
    </Text>
  ));
}

interface SummaryProps {
  readonly answer: Settled;
  readonly settlement: SettlementDto;
  readonly tier: Tier;
}

function Summary({ answer, settlement, tier }: SummaryProps): ReactNode {
  const { t } = useTranslation();
  const { day } = useProductWords();
  const { money, reason } = useSettlementWords(answer, tier);
  const { claimed, paid, needsPerson, endsFreeLook, visits } = settlement;
  const lines = visits.flatMap((visit) => visit.lines);
  const cover = { from: day(answer.startsOn), until: day(answer.endsOn) };
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('tryClaim.summary', { paid: money(paid), claimed: money(claimed) })}</Text>
      <Text size="sm" c="dimmed">
        {'product' in answer ? t('tryClaim.by', { ...cover, version: answer.product.version }) : t('tryClaim.byDraft', cover)}{' '}
        {endsFreeLook && t('tryClaim.endsFreeLook')}
      </Text>
      {needsPerson.length > 0 && (
        <Alert color="yellow" role="note" title={t('tryClaim.person')}>
          <List size="sm">
            {needsPerson.map((one) => (
              <List.Item key={one.kind}>{reason(one, lines)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}
