import { List, Stack, Text } from '@mantine/core';
import type { SpeciesDto, VerdictDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What a verdict rests on, in sentences: the reasons, how rare such a likeness is by chance, and among how many was looked. */
export function Evidence({ verdict, species }: { readonly verdict: VerdictDto; readonly species: SpeciesDto }): ReactNode {
  const { t, i18n } = useTranslation();
  const [nearest] = verdict.candidates;
  const numbers = new Intl.NumberFormat(i18n.language);
  const sentences = [
    ...verdict.why.map((reason) => t(`verdict.why.${reason}`)),
    ...(nearest && verdict.kind !== 'unknown'
      ? [
          t(`evidence.alike.${nearest.falseMatch.bound}_${species}`, {
            number: numbers.format(Math.round(nearest.falseMatch.oneIn)),
          }),
        ]
      : []),
    t(`evidence.compared_${species}`, { count: verdict.compared }),
    ...(verdict.kind === 'unknown' ? [] : [t('evidence.person')]),
  ];
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('evidence.title')}
      </Text>
      <List size="sm" spacing={2}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
