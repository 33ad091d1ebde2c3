import { Alert, Button, Card, Group, Image, Stack, Text } from '@mantine/core';
import type { DuplicateDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/api-error.ts';
import { PhotoProblemList } from '../problem/photo-problem-list.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import type { EnrolAnswer } from './use-enrolment.ts';

interface EnrolQuestionProps {
  readonly error: Error;
  readonly pending: boolean;
  readonly onAnswer: (answer: EnrolAnswer) => void;
}

/** Why the pet was not enrolled, and what a person can answer to that. */
export function EnrolQuestion({ error, pending, onAnswer }: EnrolQuestionProps): ReactNode {
  const { t } = useTranslation();
  const problem = problemOf(error);
  if (problem?.code === 'possible-duplicate') {
    return (
      <Alert color="yellow" title={t('enrol.duplicateTitle')} role="alert">
        <Stack gap="sm">
          {(problem.pets ?? []).map((duplicate) => (
            <DuplicateCard key={`${duplicate.why} ${duplicate.pet.id}`} duplicate={duplicate} pending={pending} onAnswer={onAnswer} />
          ))}
          {(problem.elsewhere ?? []).map((duplicate) => (
            <Text key={'photo' in duplicate ? `${duplicate.why} ${duplicate.photo}` : duplicate.why} size="sm">
              {'photo' in duplicate ? t('enrol.elsewhere.same-photo', { photo: duplicate.photo }) : t(`enrol.elsewhere.${duplicate.why}`)}
            </Text>
          ))}
          <Group>
            <Button variant="default" loading={pending} onClick={() => onAnswer({ kind: 'another-animal' })}>
              {t('enrol.duplicateAnyway')}
            </Button>
          </Group>
        </Stack>
      </Alert>
    );
  }
  if (problem?.code === 'photos-unusable' && problem.photos) {
    const otherAnimal = problem.photos.some(({ kind }) => kind === 'other-animal');
    return (
      <Alert color="yellow" title={t('enrol.rejectedTitle')} role="alert">
        <Stack gap="sm" align="flex-start">
          <PhotoProblemList problems={problem.photos} />
          {otherAnimal && (
            <Button variant="default" loading={pending} onClick={() => onAnswer({ kind: 'same-animal' })}>
              {t('enrol.sameAnimal')}
            </Button>
          )}
        </Stack>
      </Alert>
    );
  }
  return <ProblemAlert error={error} />;
}

interface DuplicateCardProps {
  readonly duplicate: DuplicateDto;
  readonly pending: boolean;
  readonly onAnswer: (answer: EnrolAnswer) => void;
}

function DuplicateCard({ duplicate, pending, onAnswer }: DuplicateCardProps): ReactNode {
  const { t } = useTranslation();
  const { pet } = duplicate;
  const src = duplicate.why === 'looks-alike' ? duplicate.candidate.cropUrl : pet.portraitUrl;
  return (
    <Card withBorder padding="sm">
      <Group wrap="nowrap" align="flex-start">
        <Image src={src} alt={t('pets.portraitAlt', { name: pet.name })} w={96} h={96} radius="md" />
        <Stack gap={6} align="flex-start">
          <Text fw={600}>{pet.name}</Text>
          <Text size="sm">
            {'photo' in duplicate
              ? t('enrol.duplicateSameFile', { photo: duplicate.photo })
              : t(duplicate.why === 'looks-alike' ? 'enrol.duplicateLooksAlike' : 'enrol.duplicateSameMicrochip')}
          </Text>
          <Button size="xs" loading={pending} onClick={() => onAnswer({ kind: 'add-to', petId: pet.id })}>
            {t('enrol.duplicateAdd', { name: pet.name })}
          </Button>
        </Stack>
      </Group>
    </Card>
  );
}
