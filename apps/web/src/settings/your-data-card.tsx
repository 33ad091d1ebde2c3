import { API_PATHS } from '@snout/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { DataCard } from './data-card.tsx';

/** What the account has. */
export function YourDataCard(): ReactNode {
  const queries = useQueryClient();
  const me = useQuery({ queryKey: QUERY_KEYS.me, queryFn: snoutApi.me, staleTime: 60_000, retry: false });
  if (!me.data) return null;
  return (
    <DataCard
      of="person"
      tenantId={me.data.id}
      email={me.data.email}
      exportAddress={API_PATHS.export}
      mayErase
      onErased={() => void queries.resetQueries()}
    />
  );
}
