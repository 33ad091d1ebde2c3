import { Alert, Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { SpeciesDto, VerdictDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PLACES } from '../navigation/places.ts';
import { CandidateList } from './candidate-list.tsx';
import { Comparison } from './comparison.tsx';
import { Evidence } from './evidence.tsx';
import { MatchOffer } from './match-offer.tsx';
import { useVerdictTitle } from './use-verdict-title.ts';

const BADGE_COLOURS = { match: 'pine', review: 'yellow', unknown: 'gray' } as const;

interface VerdictCardProps {
  /** Which head or photos this is about; null when there is no doubt. */
  readonly title: string | null;
  readonly verdict: VerdictDto;
  readonly species: SpeciesDto;
  /** The head in question, to be seen beside the best candidate. */
  readonly probe: ReactNode;
  /** The photo that the head is in; null: several. */
  readonly file: File | null;
}

/** The verdict in words, the photos side by side, the reasons, and the nearest pets. */
export function VerdictCard({ title, verdict, species, probe, file }: VerdictCardProps): ReactNode {
  const { t } = useTranslation();
  const verdictTitle = useVerdictTitle();
  const [nearest] = verdict.candidates;
  const { lookAlike } = verdict;
  return (
    <Stack gap="sm">
      <div>
        {title && (
          <Text size="sm" c="dimmed">
            {title}
          </Text>
        )}
        <Group gap="sm">
          <Title order={3} size="h3">
            {verdictTitle(verdict)}
          </Title>
          <Badge color={BADGE_COLOURS[verdict.kind]} variant="filled" autoContrast>
            {t(`verdict.${verdict.kind}Badge`)}
          </Badge>
        </Group>
      </div>
      {verdict.kind === 'unknown' && (
        <>
          <Text>{t('evidence.notInSnout')}</Text>
          <Anchor component={Link} href={PLACES.found} size="sm">
            {t('evidence.foundIt')}
          </Anchor>
        </>
      )}
      {nearest && probe && <Comparison probe={probe} candidate={nearest} />}
      {nearest && file && <MatchOffer file={file} candidate={nearest} />}
      {lookAlike && (
        <Alert color="yellow" title={t('evidence.lookAlike', { name: lookAlike.pet.name })}>
          <Stack gap="sm">
            <Text size="sm">{t('verdict.lookAlike', { name: lookAlike.pet.name })}</Text>
            {probe && <Comparison probe={probe} candidate={lookAlike} />}
          </Stack>
        </Alert>
      )}
      <Evidence verdict={verdict} species={species} />
      <CandidateList candidates={verdict.candidates} />
    </Stack>
  );
}
