import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applicationApi } from '../api/application-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';

interface DecisionFormProps {
  readonly tenantId: string;
  readonly applicationId: string;
}

/** A person accepts or declines, and says why; the applicant may read it. */
export function DecisionForm({ tenantId, applicationId }: DecisionFormProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [explanation, setExplanation] = useState('');
  const [isMissing, setMissing] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: 'accept' | 'decline') => applicationApi.decide(tenantId, applicationId, { decision, explanation }),
    onSuccess: (answer) => answer.kind === 'decided' && queries.invalidateQueries({ queryKey: QUERY_KEYS.allApplications(tenantId) }),
  });
  const choose = (decision: 'accept' | 'decline') => {
    const isEmpty = explanation.trim() === '';
    setMissing(isEmpty);
    if (!isEmpty) decide.mutate(decision);
  };
  return (
    <Stack gap="sm" maw={560}>
      <Textarea
        label={t('applications.why')}
        description={t('applications.whyHint')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={explanation}
        error={isMissing ? t('applications.whyMissing') : null}
        onChange={(event) => setExplanation(event.currentTarget.value)}
      />
      {decide.isError && <ProblemAlert error={decide.error} />}
      {decide.data?.kind === 'refused' && <Alert color="yellow">{t('applications.noMore')}</Alert>}
      <Group>
        <Button loading={decide.isPending && decide.variables === 'accept'} onClick={() => choose('accept')}>
          {t('applications.accept')}
        </Button>
        <Button variant="default" loading={decide.isPending && decide.variables === 'decline'} onClick={() => choose('decline')}>
          {t('applications.decline')}
        </Button>
      </Group>
    </Stack>
  );
}
