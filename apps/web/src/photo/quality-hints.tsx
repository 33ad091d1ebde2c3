import { Group, List, Stack, Text } from '@mantine/core';
import type { QualityDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Lower bounds of the words on the scale of 0 to 100: for the eye only, nothing is decided by them. */
const GOOD_FROM = 60;
const FAIR_FROM = 30;

/** How useful the head is, in a word, and what would make a better photo. */
export function QualityHints({ quality }: { readonly quality: QualityDto }): ReactNode {
  const { t } = useTranslation();
  const word = qualityWord(quality.score);
  return (
    <Stack gap={4}>
      <Group gap={6}>
        <Text size="sm">{t('quality.label', { word: t(`quality.${word}`) })}</Text>
      </Group>
      {quality.reasons.length > 0 && (
        <List size="sm" spacing={2}>
          {quality.reasons.map((reason) => (
            <List.Item key={reason}>{t(`quality.reasons.${reason}`)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function qualityWord(score: number): 'good' | 'fair' | 'poor' {
  if (score >= GOOD_FROM) return 'good';
  return score >= FAIR_FROM ? 'fair' : 'poor';
}
