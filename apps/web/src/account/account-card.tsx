import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountApi } from '../api/account-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { chooseTenant } from '../tenant/chosen-tenant.ts';
import { useTenant } from '../tenant/use-tenant.ts';

/** Who is signed in, under which name, and the way out. */
export function AccountCard(): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { me } = useTenant();
  const signOut = useMutation({
    mutationFn: snoutApi.signOut,
    // What the page knew is the person's: forget all of it.
    onSuccess: () => {
      chooseTenant(null);
      return queries.resetQueries();
    },
  });
  if (!me) return null;
  return (
    <SectionCard
      title={t('account.label')}
      actions={
        <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('account.signOut')}
        </Button>
      }
    >
      <Text className="break">
        {me.name} · {me.email}
      </Text>
      {signOut.isError && <ProblemAlert error={signOut.error} />}
      {!me.emailVerified && <Unverified email={me.email} />}
      <NameForm key={me.name} name={me.name} />
    </SectionCard>
  );
}

function NameForm({ name: before }: { readonly name: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(before);
  const save = useMutation({
    mutationFn: () => accountApi.updateMe({ name }),
    onSuccess: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.me }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('account.name')}
          autoComplete="name"
          maxLength={80}
          required
          flex="0 1 22rem"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={save.isPending} disabled={name === before}>
          {t('passkeys.save')}
        </Button>
      </Group>
      {save.isError && <ProblemAlert error={save.error} />}
    </form>
  );
}

function Unverified({ email }: { readonly email: string }): ReactNode {
  const { t } = useTranslation();
  const send = useMutation({ mutationFn: () => accountApi.sendVerification(email) });
  return (
    <Alert color="danger" title={t('account.confirmed.notYet')}>
      <Stack align="flex-start" gap="sm">
        {send.isError && <ProblemAlert error={send.error} />}
        {send.isSuccess ? (
          <Text size="sm" role="status">
            {t('account.verifySent', { email })}
          </Text>
        ) : (
          <Button size="xs" variant="default" loading={send.isPending} onClick={() => send.mutate()}>
            {t('account.confirmed.sendAgain', { email })}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
