import { Alert, Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { quoteApi } from '../api/quote-api.ts';
import { useProductWords } from '../insurance/product-words.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';

interface PayPremiumProps {
  readonly insurerId: string;
  readonly applicationId: string;
}

/** Leads to the provider's page, which leads back here. */
export function PayPremium({ insurerId, applicationId }: PayPremiumProps): ReactNode {
  const { t } = useTranslation();
  const { day } = useProductWords();
  const queries = useQueryClient();
  const pay = useMutation({
    mutationFn: () => quoteApi.pay(insurerId, applicationId),
    onSuccess: (answer) => {
      if (answer.kind === 'pay') window.location.assign(answer.payUrl);
      else void queries.invalidateQueries({ queryKey: QUERY_KEYS.ownApplication(insurerId, applicationId) });
    },
  });
  return (
    <>
      {pay.isError && <ProblemAlert error={pay.error} />}
      {pay.data?.kind === 'too-late' && <Alert color="yellow">{t('apply.tooLate', { day: day(pay.data.payableUntil) })}</Alert>}
      <Group>
        <Button loading={pay.isPending || pay.data?.kind === 'pay'} onClick={() => pay.mutate()}>
          {t('apply.pay')}
        </Button>
      </Group>
    </>
  );
}
