import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LineIcon } from '../navigation/line-icon.tsx';
import classes from './tenant-switch.module.css';
import { useTenant } from './use-tenant.ts';
import { useTenantName } from './use-tenant-name.ts';

/** Everybody's choice but a tenant's: ids are never empty. */
const ALL = '';

/** In whose name one works. For those who belong to one tenant only there is nothing to choose, and nothing is shown. */
export function TenantSwitch(): ReactNode {
  const { t } = useTranslation();
  const { memberships, chosen, choose } = useTenant();
  const nameOf = useTenantName();
  if (memberships.length < 2) return null;
  return (
    <div className={classes['switch']}>
      <NativeSelect
        aria-label={t('tenant.label')}
        leftSection={<LineIcon name="team" size={18} />}
        value={chosen?.tenant.id ?? ALL}
        data={[{ value: ALL, label: t('tenant.all') }, ...memberships.map(({ tenant }) => ({ value: tenant.id, label: nameOf(tenant) }))]}
        onChange={(event) => choose(event.currentTarget.value === ALL ? null : event.currentTarget.value)}
      />
    </div>
  );
}
