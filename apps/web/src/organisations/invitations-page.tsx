import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../navigation/page.tsx';
import { PLACES } from '../navigation/places.ts';
import { useTenant } from '../tenant/use-tenant.ts';
import { MyInvitations } from './my-invitations.tsx';

/** Where the mail of an invitation leads. Invitations belong to an address: somebody else who is signed in here has none. */
export function InvitationsPage(): ReactNode {
  const { t } = useTranslation();
  const { me } = useTenant();
  const none = (
    <Stack align="flex-start">
      <Text>{t('team.noInvitations', { email: me?.email ?? '' })}</Text>
      <Text c="dimmed">{t(me?.emailVerified === false ? 'team.noInvitationsUnverified' : 'team.noInvitationsHint')}</Text>
      <Group>
        <Button component={Link} href={PLACES.settings} variant="default">
          {t('team.toSettings')}
        </Button>
      </Group>
    </Stack>
  );
  return (
    <Page title={t('team.invitations')} intro={t('team.invitationsIntro')}>
      <MyInvitations empty={none} />
    </Page>
  );
}
