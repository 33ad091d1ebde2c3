import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { MIN_PASSWORD_LENGTH } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountApi } from '../api/account-api.ts';
import { problemOf } from '../api/api-error.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';

/** Another password; all other sessions end with it, since somebody may have learned the old one. */
export function PasswordCard(): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation({
    mutationFn: () => accountApi.changePassword({ currentPassword, newPassword }),
    onSuccess: () => {
      setCurrent('');
      setNew('');
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.sessions });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const isWrong = problemOf(change.error)?.code === 'account-request-refused';
  const toggle = { 'aria-label': t('account.showPassword') };
  return (
    <SectionCard title={t('password.title')} intro={t('password.intro')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            required
            maw={420}
            value={currentPassword}
            error={isWrong && t('password.wrong')}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            label={t('password.new')}
            description={t('account.passwordHint', { count: MIN_PASSWORD_LENGTH })}
            autoComplete="new-password"
            minLength={MIN_PASSWORD_LENGTH}
            required
            maw={420}
            value={newPassword}
            onChange={(event) => setNew(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          {change.isError && !isWrong && <ProblemAlert error={change.error} />}
          {change.isSuccess && (
            <Alert color="teal" role="status">
              {t('password.done')}
            </Alert>
          )}
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('password.change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  );
}
