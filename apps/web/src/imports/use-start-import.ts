import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { ApiError } from '../api/api-error.ts';
import { importApi } from '../api/import-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { importPlace } from '../navigation/places.ts';
import { newKey } from '../upload/new-key.ts';
import type { ChosenFiles } from './import-form.tsx';

/** How often a request that had no answer is repeated by itself. */
const REPETITIONS = 2;

/** Hands the files in, once however often it has to be asked, and shows what becomes of them. */
export function useStartImport() {
  const queries = useQueryClient();
  const [, goTo] = useLocation();
  const { mutate, isPending, error } = useMutation({
    mutationFn: importApi.start,
    retry: (count, failed) => count < REPETITIONS && failed instanceof ApiError && failed.failure.kind === 'offline',
    onSuccess: (started) => {
      queries.setQueryData(QUERY_KEYS.import(started.id), started);
      void queries.invalidateQueries({ queryKey: QUERY_KEYS.imports, exact: true });
      goTo(importPlace(started.id));
    },
  });
  const start = ({ list, photos }: ChosenFiles, dryRun: boolean) => {
    if (list) mutate({ list, photos, dryRun, idempotencyKey: newKey() });
  };
  return { start, isPending, error };
}
