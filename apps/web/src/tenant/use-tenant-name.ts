import { useTranslation } from 'react-i18next';
import type { Membership } from './use-tenant.ts';

/** Where pets are that were enrolled on the command line: LOCAL_TENANT of packages/core. */
const LOCAL = 'local';

/** A function that gives what a tenant is called in the reader's language. */
export function useTenantName(): (tenant: Membership['tenant']) => string {
  const { t } = useTranslation();
  return ({ id, kind, name }) => {
    if (kind !== 'personal') return name;
    return id === LOCAL ? t('tenant.local') : t('tenant.personal', { name });
  };
}
