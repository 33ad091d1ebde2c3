import { List, Progress, Stack, Text } from '@mantine/core';
import type { QualityDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { qualityWord } from './quality-word.ts';

const COLOURS = { good: 'pine', fair: 'yellow', poor: 'danger' } as const;

/** How useful the head is, in a word, and what would make a better photo. */
export function QualityHints({ quality }: { readonly quality: QualityDto }): ReactNode {
  const { t } = useTranslation();
  const word = qualityWord(quality.score);
  return (
    <Stack gap={4}>
      <Text size="sm">{t('quality.label', { word: t(`quality.${word}`) })}</Text>
      <Progress value={quality.score} color={COLOURS[word]} size="sm" aria-hidden="true" />
      {quality.reasons.length > 0 && (
        <List size="sm" spacing={2} listStyleType="disc">
          {quality.reasons.map((reason) => (
            <List.Item key={reason}>{t(`quality.reasons.${reason}`)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
