import { Alert, Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error.ts';
import { useFaultWords } from './use-fault-words.ts';

interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Says what went wrong and what to do about it. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps): ReactNode {
  const { t } = useTranslation();
  const words = useProblemWords(error);
  return (
    <Alert color="danger" title={t('problem.title')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{words}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function useProblemWords(error: unknown): string {
  const { t } = useTranslation();
  const faultWords = useFaultWords();
  if (!(error instanceof ApiError)) return t('problem.unexpected');
  const { failure } = error;
  switch (failure.kind) {
    case 'offline':
      return t('problem.offline');
    case 'unexpected':
      return t('problem.unexpected');
    case 'problem': {
      // In the reader's language, where the service says which field it is.
      const words = failure.problem.errors?.map(faultWords).join(' ') || (failure.problem.detail ?? '');
      return t(`problem.code.${failure.problem.code}`, {
        errors: words,
        detail: words,
        requestId: failure.problem.requestId ?? '',
      });
    }
  }
}
