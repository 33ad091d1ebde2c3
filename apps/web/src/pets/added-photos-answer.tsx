import { Alert, Button, Stack } from '@mantine/core';
import type { EnrolmentDto } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/api-error.ts';
import { PhotoProblemList } from '../problem/photo-problem-list.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';

interface AddedPhotosAnswerProps {
  readonly result: EnrolmentDto | null;
  readonly error: Error | null;
  /** A person says that the photos do show this pet. */
  readonly onSameAnimal: () => void;
}

/** What became of photos added to a pet: which were left out, or why none was taken. */
export function AddedPhotosAnswer({ result, error, onSameAnimal }: AddedPhotosAnswerProps): ReactNode {
  const { t } = useTranslation();
  if (error) {
    const problems = problemOf(error)?.photos;
    if (!problems) return <ProblemAlert error={error} />;
    return (
      <Alert color="yellow" title={t('enrol.rejectedTitle')} role="alert">
        <Stack gap="sm" align="flex-start">
          <PhotoProblemList problems={problems} />
          {problems.some(({ kind }) => kind === 'other-animal') && (
            <Button variant="default" onClick={onSameAnimal}>
              {t('pets.sameAnimal')}
            </Button>
          )}
        </Stack>
      </Alert>
    );
  }
  if (!result || result.skipped.length === 0) return null;
  return (
    <Alert color="yellow" title={t('enrol.skipped')}>
      <PhotoProblemList problems={result.skipped} />
    </Alert>
  );
}
