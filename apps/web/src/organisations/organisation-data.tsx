import { API_PATHS, apiPath } from '@snout/contract';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { PLACES } from '../navigation/places.ts';
import { DataCard } from '../settings/data-card.tsx';
import { chooseTenant, chosenTenant } from '../tenant/chosen-tenant.ts';
import { type Membership, useTenant } from '../tenant/use-tenant.ts';

/** What the organisation has: for those who manage it to take along, and for its owners to have erased. */
export function OrganisationData({ mine }: { readonly mine: Membership }): ReactNode {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { me } = useTenant();
  const tenantId = mine.tenant.id;
  const leave = () => {
    if (chosenTenant() === tenantId) chooseTenant(null);
    go(PLACES.organisations);
    void queries.resetQueries();
  };
  if (!me) return null;
  return (
    <DataCard
      of="organisation"
      tenantId={tenantId}
      email={me.email}
      exportAddress={apiPath(API_PATHS.exportTenant, { tenantId })}
      mayErase={mine.role === 'owner'}
      onErased={leave}
    />
  );
}
