import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../navigation/page.tsx';
import { PageSkeleton } from '../navigation/page-skeleton.tsx';
import { PLACES, tenantPlace } from '../navigation/places.ts';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { type Membership, useTenant } from '../tenant/use-tenant.ts';
import { useTenantName } from '../tenant/use-tenant-name.ts';
import { MyInvitations } from './my-invitations.tsx';

/** Organisations that the person belongs to, invitations to more, and the own account's keys, webhooks and log. */
export function OrganisationsPage(): ReactNode {
  const { t } = useTranslation();
  const { me, memberships } = useTenant();
  if (!me) return <PageSkeleton />;
  const organisations = memberships.filter(({ tenant }) => tenant.kind !== 'personal');
  const own = memberships.filter(({ tenant }) => tenant.kind === 'personal');
  const add = (
    <Button component={Link} href={PLACES.newOrganisation}>
      {t('team.add')}
    </Button>
  );
  return (
    <Page title={t('team.title')} intro={t('team.intro')} actions={organisations.length > 0 && add}>
      <MyInvitations />
      {organisations.length === 0 ? (
        <FirstOrganisation>{add}</FirstOrganisation>
      ) : (
        <SectionCard title={t('team.mine')}>
          <RowList label={t('team.mine')}>
            {organisations.map((membership) => (
              <TenantRow key={membership.tenant.id} membership={membership} place="members" />
            ))}
          </RowList>
        </SectionCard>
      )}
      <SectionCard title={t('team.own')} intro={t('team.ownIntro')}>
        <RowList label={t('team.own')}>
          {own.map((membership) => (
            <TenantRow key={membership.tenant.id} membership={membership} place="apiKeys" />
          ))}
        </RowList>
      </SectionCard>
    </Page>
  );
}

function TenantRow({ membership, place }: { readonly membership: Membership; readonly place: 'members' | 'apiKeys' }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useTenantName();
  const { choose, chosen } = useTenant();
  const { tenant, role } = membership;
  const name = nameOf(tenant);
  const isChosen = chosen?.tenant.id === tenant.id;
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Text fw={600} className="break">
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {tenant.kind === 'personal' ? t('team.onlyYou') : `${t(`team.kinds.${tenant.kind}`)} · ${t(`team.roles.${role}`)}`}
        </Text>
      </div>
      <Group gap="xs">
        {isChosen ? (
          <Badge tt="none">{t('team.chosen')}</Badge>
        ) : (
          <Button size="xs" variant="default" onClick={() => choose(tenant.id)} aria-label={t('team.workInNamed', { name })}>
            {t('team.workIn')}
          </Button>
        )}
        <Button size="xs" variant="light" component={Link} href={tenantPlace(place, tenant.id)} aria-label={t('team.openNamed', { name })}>
          {t('team.open')}
        </Button>
      </Group>
    </Group>
  );
}

/** What an organisation is good for, before the first one. */
function FirstOrganisation({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Card withBorder radius="lg" padding="xl">
      <Stack gap="md">
        <Title order={2} size="h3">
          {t('team.empty')}
        </Title>
        <Text>{t('team.emptyHint')}</Text>
        <ul>
          {(['shared', 'roles', 'keys'] as const).map((point) => (
            <li key={point}>
              <Text>{t(`team.emptyPoints.${point}`)}</Text>
            </li>
          ))}
        </ul>
        <Group>{children}</Group>
      </Stack>
    </Card>
  );
}
