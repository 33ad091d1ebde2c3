import { Alert, Anchor, Button, Container, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { MIN_PASSWORD_LENGTH } from '@snout/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { accountApi } from '../api/account-api.ts';
import { problemOf } from '../api/api-error.ts';
import { PLACES } from '../navigation/places.ts';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';

/**
 * Where the link of the mail leads: a new password by the token behind the `#`, which no server and no log sees. It is taken out of the
 * address at once, so that it does not stay in the history.
 */
export function ResetPasswordPage(): ReactNode {
  const { t } = useTranslation();
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    document.title = `${t('account.reset.title')} · ${t('app.name')}`;
    if (window.location.hash !== '') window.history.replaceState(null, '', PLACES.resetPassword);
  }, [t]);
  return (
    <Container component="main" size="xs" py="xl">
      <Stack>
        <Title order={1} size="h2">
          {t('account.reset.title')}
        </Title>
        {token === '' ? <AskAgain why={t('account.reset.noToken')} /> : <NewPassword token={token} />}
        <Anchor component={Link} href={PLACES.home} size="sm">
          {t('account.reset.toSignIn')}
        </Anchor>
      </Stack>
    </Container>
  );
}

function NewPassword({ token }: { readonly token: string }): ReactNode {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const reset = useMutation({ mutationFn: () => accountApi.resetPassword({ token, newPassword: password }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate();
  };
  if (problemOf(reset.error)?.code === 'account-request-refused') return <AskAgain why={t('account.arrival.over')} />;
  if (reset.isSuccess) {
    return (
      <>
        <Alert color="teal">{t('account.reset.done')}</Alert>
        <LiveRegion words={t('account.reset.done')} />
      </>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{t('account.reset.intro')}</Text>
        <PasswordInput
          label={t('account.reset.password')}
          description={t('account.passwordHint', { count: MIN_PASSWORD_LENGTH })}
          autoComplete="new-password"
          minLength={MIN_PASSWORD_LENGTH}
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
        />
        {reset.isError && <ProblemAlert error={reset.error} />}
        <Button type="submit" loading={reset.isPending}>
          {t('account.reset.save')}
        </Button>
      </Stack>
    </form>
  );
}

/** Without a good token: another mail. */
function AskAgain({ why }: { readonly why: string }): ReactNode {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => accountApi.requestPasswordReset(email) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Alert color="danger">{why}</Alert>
        <TextInput
          label={t('account.email')}
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {ask.isError && <ProblemAlert error={ask.error} />}
        <Button type="submit" loading={ask.isPending}>
          {t('account.reset.again')}
        </Button>
        {ask.isSuccess && <Alert color="teal">{t('account.resetSent')}</Alert>}
        <LiveRegion words={ask.isSuccess ? t('account.resetSent') : ''} />
      </Stack>
    </form>
  );
}
