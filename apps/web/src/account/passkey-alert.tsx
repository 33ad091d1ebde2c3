import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { PasskeyError } from './passkey-ceremonies.ts';

/** Says why a passkey was of no use and what to do. */
export function PasskeyAlert({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation();
  if (!(error instanceof PasskeyError)) return <ProblemAlert error={error} />;
  return (
    <Alert color="danger" title={t('problem.title')} role="alert">
      <Text size="sm">{t(`passkey.trouble.${error.trouble}`, { host: window.location.hostname })}</Text>
    </Alert>
  );
}
