import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { quoteApi } from '../api/quote-api.ts';
import { Page } from '../navigation/page.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { ApplicationAnswer } from './application-answer.tsx';

interface OwnApplicationPageProps {
  readonly insurerId: string;
  readonly applicationId: string;
}

/** What became of an own application: where the link in the mail leads. */
export function OwnApplicationPage({ insurerId, applicationId }: OwnApplicationPageProps): ReactNode {
  const { t } = useTranslation();
  const application = useQuery({
    queryKey: QUERY_KEYS.ownApplication(insurerId, applicationId),
    queryFn: () => quoteApi.application(insurerId, applicationId),
  });
  return (
    <Page title={t('apply.own')}>
      {application.isPending && <Skeleton height={120} />}
      {application.isError && <ProblemAlert error={application.error} onRetry={() => void application.refetch()} />}
      {application.data && <ApplicationAnswer answer={application.data} petId={application.data.petId} />}
    </Page>
  );
}
