import type { MeDto } from '@snout/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { chooseTenant, chosenTenant, watchTenant } from './chosen-tenant.ts';

export type Membership = MeDto['memberships'][number];

interface TenantChoice {
  readonly me: MeDto | undefined;
  readonly memberships: readonly Membership[];
  /** Null: all of them. */
  readonly chosen: Membership | null;
  /** Works in another tenant from now on: what the pages know is forgotten. */
  readonly choose: (tenantId: string | null) => void;
}

/** In whose name a person works in this browser. A tenant that they no longer belong to is given up by itself. */
export function useTenant(): TenantChoice {
  const queries = useQueryClient();
  // The gate around all pages asks; asking again from within would have it wait, without what waits in it.
  const { data: me } = useQuery({ queryKey: QUERY_KEYS.me, queryFn: snoutApi.me, enabled: false });
  const tenantId = useSyncExternalStore(watchTenant, chosenTenant);
  const memberships = me?.memberships ?? [];
  const chosen = memberships.find(({ tenant }) => tenant.id === tenantId) ?? null;
  const isLost = me !== undefined && tenantId !== null && chosen === null;
  useEffect(() => {
    if (!isLost) return;
    chooseTenant(null);
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== QUERY_KEYS.me[0] });
  }, [isLost, queries]);
  return {
    me,
    memberships,
    chosen,
    choose(id) {
      chooseTenant(id);
      void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== QUERY_KEYS.me[0] });
    },
  };
}
