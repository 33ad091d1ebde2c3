import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { quoteApi } from '../api/quote-api.ts';
import { Page } from '../navigation/page.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { ApplicationAnswer } from './application-answer.tsx';
import { PayPremium } from './pay-premium.tsx';

/** Between looks whether the premium has been paid. */
const PAID_SOON_MS = 4000;

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
    // The provider says a moment later that it was paid.
    refetchInterval: ({ state: { data } }) => (data?.policy?.status === 'awaiting-payment' ? PAID_SOON_MS : false),
  });
  return (
    <Page title={t('apply.own')}>
      {application.isPending && <Skeleton height={120} />}
      {application.isError && <ProblemAlert error={application.error} onRetry={() => void application.refetch()} />}
      {application.data && <ApplicationAnswer answer={application.data} petId={application.data.petId} />}
      {application.data?.policy?.status === 'awaiting-payment' && <PayPremium insurerId={insurerId} applicationId={applicationId} />}
    </Page>
  );
}
