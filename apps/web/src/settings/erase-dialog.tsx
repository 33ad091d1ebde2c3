import { Alert, Button, Checkbox, Group, List, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import type { ErasurePlanDto } from '@snout/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { erasureApi } from '../api/erasure-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { DialogFrame } from '../dialog/dialog-frame.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';

interface EraseDialogProps {
  readonly of: 'person' | 'organisation';
  readonly tenantId: string;
  /** Of the person, who may have to sign in again. */
  readonly email: string;
  readonly exportAddress: string;
  readonly onClose: () => void;
  /** Everything is being erased; of a person, nobody is signed in any more. */
  readonly onBegun: () => void;
}

/** Says what it would mean, and takes a typed confirmation and a fresh sign-in before everything is erased. */
export function EraseDialog({ of, tenantId, onClose, onBegun, ...asked }: EraseDialogProps): ReactNode {
  const { t } = useTranslation();
  const plan = useQuery({
    queryKey: QUERY_KEYS.erasurePlan(tenantId),
    queryFn: () => erasureApi.plan(tenantId),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <DialogFrame opened onClose={onClose} title={t(`data.${of}.dialogTitle`)}>
      {plan.isPending && <Skeleton height={160} />}
      {plan.isError && <ProblemAlert error={plan.error} />}
      {plan.data && <EraseForm {...{ of, tenantId, ...asked }} plan={plan.data} onClose={onClose} onBegun={onBegun} />}
    </DialogFrame>
  );
}

interface EraseFormProps extends EraseDialogProps {
  readonly plan: ErasurePlanDto;
}

function EraseForm({ of, tenantId, email, exportAddress, plan, onClose, onBegun }: EraseFormProps): ReactNode {
  const { t } = useTranslation();
  const [confirmation, setConfirmation] = useState('');
  const [password, setPassword] = useState('');
  const [alsoSharedPets, setAlsoSharedPets] = useState(false);
  const erase = useMutation({
    mutationFn: async () => {
      if (!plan.isFresh) await snoutApi.signIn({ email, password });
      await erasureApi.erase(tenantId, { confirmation, alsoSharedPets });
    },
    onSuccess: onBegun,
  });
  const hindrances = hindrancesOf(plan);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <List size="sm" spacing="xs">
          <List.Item>{t('data.pets', { count: plan.pets })}</List.Item>
          <List.Item>{t(`data.${of}.forGood`)}</List.Item>
          <List.Item>{t('data.backups', { count: plan.backupDays })}</List.Item>
        </List>
        <Button component="a" href={exportAddress} download variant="default">
          {t('data.exportFirst')}
        </Button>
        {hindrances.map((hindrance) => (
          <Alert key={hindrance} color="yellow">
            {t(`data.${hindrance}`, { names: plan.orphanedOrganisations.map(({ name }) => name).join(', ') })}
          </Alert>
        ))}
        {hindrances.length === 0 && (
          <>
            {plan.sharedPets > 0 && (
              <Checkbox
                label={t('data.shared', { count: plan.sharedPets })}
                description={t('data.sharedHow')}
                checked={alsoSharedPets}
                onChange={(event) => setAlsoSharedPets(event.currentTarget.checked)}
              />
            )}
            <TextInput
              label={t('data.type', { what: plan.confirmWith })}
              autoComplete="off"
              required
              value={confirmation}
              onChange={(event) => setConfirmation(event.currentTarget.value)}
            />
            {!plan.isFresh && (
              <PasswordInput
                label={t('data.password')}
                description={t('data.passwordWhy')}
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
              />
            )}
          </>
        )}
        {erase.isError && <ProblemAlert error={erase.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('data.keep')}
          </Button>
          {hindrances.length === 0 && (
            <Button type="submit" color="danger" loading={erase.isPending}>
              {t('data.doErase')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** What has to be settled before; nothing can be erased until then. */
function hindrancesOf(plan: ErasurePlanDto): readonly ('operatorStays' | 'orphaned')[] {
  return [
    ...(plan.operatorStays ? (['operatorStays'] as const) : []),
    ...(plan.orphanedOrganisations.length > 0 ? (['orphaned'] as const) : []),
  ];
}
