import { List, Progress, Stack, Text } from '@mantine/core';
import type { NoseDto, QualityDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { qualityWord } from './quality-word.ts';

const COLOURS = { good: 'pine', fair: 'yellow', poor: 'danger' } as const;

type QualityHintsProps =
  | { readonly quality: Omit<QualityDto, 'model'>; readonly of?: never }
  | { readonly quality: NoseDto['quality']; readonly of: 'nose' };

/** How useful the head, or the close-up of the nose, is, in a word, and what would make a better photo. */
export function QualityHints(props: QualityHintsProps): ReactNode {
  const { t } = useTranslation();
  const { quality } = props;
  const word = qualityWord(quality.score);
  const hints =
    props.of === 'nose'
      ? props.quality.reasons.map((reason) => t(`quality.noseReasons.${reason}`))
      : props.quality.reasons.map((reason) => t(`quality.reasons.${reason}`));
  return (
    <Stack gap={4}>
      <Text size="sm">{t('quality.label', { word: t(`quality.${word}`) })}</Text>
      <Progress value={quality.score} color={COLOURS[word]} size="sm" aria-hidden="true" />
      {hints.length > 0 && (
        <List size="sm" spacing={2} listStyleType="disc">
          {hints.map((hint) => (
            <List.Item key={hint}>{hint}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
