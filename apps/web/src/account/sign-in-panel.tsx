import { Alert, Anchor, Button, Container, Divider, Group, PasswordInput, Stack, Tabs, TextInput, Title } from '@mantine/core';
import { MIN_PASSWORD_LENGTH } from '@snout/contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountApi } from '../api/account-api.ts';
import { problemOf } from '../api/api-error.ts';
import { snoutApi } from '../api/snout-api.ts';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { linkArrivalOf, pageToReturnTo } from './link-arrival.ts';
import { PasskeyAlert } from './passkey-alert.tsx';
import { hasPasskeys, signInWithPasskey } from './passkey-ceremonies.ts';

type Tab = 'signIn' | 'signUp';

/** Signing in with a password, a passkey or a mailed link, and making an account. */
export function SignInPanel({ onSignedIn }: { readonly onSignedIn: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const [tab, setTab] = useState<Tab>('signIn');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [arrival] = useState(() => linkArrivalOf(window.location));
  useEffect(() => {
    document.title = `${t('account.signIn')} · ${t('app.name')}`;
  }, [t]);
  const signIn = useMutation({ mutationFn: () => snoutApi.signIn({ email, password }), onSuccess: onSignedIn });
  const signUp = useMutation({
    mutationFn: async () => {
      await snoutApi.signUp({ name, email, password, locale: i18n.language === 'zh-CN' ? 'zh-CN' : 'en' });
      return isSignedIn();
    },
    onSuccess: (signedIn) => {
      if (signedIn) onSignedIn();
    },
  });
  const asked = tab === 'signIn' ? signIn : signUp;
  const said = tab === 'signUp' && signUp.data === false ? t('account.verifySent', { email }) : '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asked.mutate();
  };
  return (
    <Container component="main" size="xs" py="xl">
      <Stack>
        <Group justify="space-between">
          <Title order={1} size="h2">
            {t('app.name')}
          </Title>
          <LanguageSwitch />
        </Group>
        {arrival !== null && <Alert color={arrival === 'over' ? 'danger' : 'teal'}>{t(`account.arrival.${arrival}`)}</Alert>}
        <Tabs value={tab} onChange={(value) => setTab(value === 'signUp' ? 'signUp' : 'signIn')}>
          <Tabs.List grow aria-label={t('account.label')}>
            <Tabs.Tab value="signIn">{t('account.signIn')}</Tabs.Tab>
            <Tabs.Tab value="signUp">{t('account.signUp')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value={tab} pt="lg">
            <form onSubmit={submit}>
              <Stack>
                {tab === 'signUp' && (
                  <TextInput
                    label={t('account.name')}
                    autoComplete="name"
                    required
                    value={name}
                    onChange={(event) => setName(event.currentTarget.value)}
                  />
                )}
                <TextInput
                  label={t('account.email')}
                  type="email"
                  autoComplete="email"
                  required
                  value={email}
                  onChange={(event) => setEmail(event.currentTarget.value)}
                />
                <PasswordInput
                  label={t('account.password')}
                  description={tab === 'signUp' ? t('account.passwordHint', { count: MIN_PASSWORD_LENGTH }) : undefined}
                  autoComplete={tab === 'signUp' ? 'new-password' : 'current-password'}
                  minLength={tab === 'signUp' ? MIN_PASSWORD_LENGTH : undefined}
                  required
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                  visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
                />
                {asked.isError && <ProblemAlert error={asked.error} />}
                <Button type="submit" loading={asked.isPending}>
                  {t(tab === 'signIn' ? 'account.doSignIn' : 'account.doSignUp')}
                </Button>
              </Stack>
            </form>
            {tab === 'signIn' && <OtherWaysIn email={email} onSignedIn={onSignedIn} />}
          </Tabs.Panel>
        </Tabs>
        {said !== '' && <Alert color="teal">{said}</Alert>}
        <LiveRegion words={said} />
      </Stack>
    </Container>
  );
}

/** Without the password: a passkey, a mailed link, or a new one. */
function OtherWaysIn({ email, onSignedIn }: { readonly email: string; readonly onSignedIn: () => void }): ReactNode {
  const { t } = useTranslation();
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: onSignedIn });
  const link = useMutation({ mutationFn: () => snoutApi.sendSignInLink({ email, callbackURL: pageToReturnTo(window.location) }) });
  const reset = useMutation({ mutationFn: () => accountApi.requestPasswordReset(email) });
  const said = link.isSuccess ? t('account.linkSent') : reset.isSuccess ? t('account.resetSent') : '';
  const failed = link.error ?? reset.error;
  return (
    <Stack mt="md">
      <Divider label={t('account.or')} />
      {hasPasskeys() && (
        <Button variant="default" loading={passkey.isPending} onClick={() => passkey.mutate()}>
          {t('account.withPasskey')}
        </Button>
      )}
      {passkey.isError && <PasskeyAlert error={passkey.error} />}
      <Button variant="default" disabled={email === ''} loading={link.isPending} onClick={() => link.mutate()}>
        {t('account.mailLink')}
      </Button>
      <Group justify="center">
        <Anchor component="button" type="button" size="sm" disabled={email === '' || reset.isPending} onClick={() => reset.mutate()}>
          {t('account.forgot')}
        </Anchor>
      </Group>
      {email === '' && <Alert variant="transparent">{t('account.emailFirst')}</Alert>}
      {failed && <ProblemAlert error={failed} />}
      {said !== '' && <Alert color="teal">{said}</Alert>}
      <LiveRegion words={said} />
    </Stack>
  );
}

/** Only the first account is signed in at once; everybody else by the mailed link, whether or not the address was new. */
async function isSignedIn(): Promise<boolean> {
  try {
    await snoutApi.me();
    return true;
  } catch (error) {
    if (problemOf(error)?.code === 'sign-in-required') return false;
    throw error;
  }
}
