import { Stack, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Page } from '../navigation/page.tsx';
import { PageSkeleton } from '../navigation/page-skeleton.tsx';
import { tenantPlace } from '../navigation/places.ts';
import { type Membership, useTenant } from '../tenant/use-tenant.ts';
import { useTenantName } from '../tenant/use-tenant-name.ts';
import { NoSuchTenant } from './no-such-tenant.tsx';

const PARTS = ['members', 'apiKeys', 'webhooks', 'audit', 'products', 'applications'] as const;
type Part = (typeof PARTS)[number];

interface TenantRoomProps {
  readonly tenantId: string;
  readonly part: Part;
  readonly children: (membership: Membership) => ReactNode;
}

/** The pages of one tenant: its name, what there is, and the part that is open. */
export function TenantRoom({ tenantId, part, children }: TenantRoomProps): ReactNode {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { me, memberships } = useTenant();
  const nameOf = useTenantName();
  const mine = memberships.find(({ tenant }) => tenant.id === tenantId);
  if (!me) return <PageSkeleton />;
  if (!mine) return <NoSuchTenant />;
  const parts = PARTS.filter((name) => hasPart(mine, name));
  return (
    <Page title={nameOf(mine.tenant)} intro={t('team.yourRole', { role: t(`team.roles.${mine.role}`) })}>
      <Tabs
        value={part}
        keepMounted={false}
        activateTabWithKeyboard={false}
        onChange={(chosen) => {
          const name = PARTS.find((known) => known === chosen);
          if (name) go(tenantPlace(name, tenantId));
        }}
      >
        <Tabs.List aria-label={nameOf(mine.tenant)} mb="md">
          {parts.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`team.parts.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part}>
          <Stack gap="lg">{children(mine)}</Stack>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** A person's own tenant has no other members, and only insurers have products and applications; what decides about data leaving is for owners and admins. */
function hasPart({ tenant, role }: Membership, part: Part): boolean {
  switch (part) {
    case 'members':
      return tenant.kind !== 'personal';
    case 'products':
    case 'applications':
      return tenant.kind === 'insurer' && role !== 'viewer';
    case 'apiKeys':
    case 'webhooks':
    case 'audit':
      return role === 'owner' || role === 'admin';
  }
}
