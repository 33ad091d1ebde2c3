import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ApiError } from '../api/api-error.ts';
import { type ImportToStart, importApi } from '../api/import-api.ts';
import type { Sent } from '../api/post-with-progress.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { importPlace } from '../navigation/places.ts';
import { newKey } from '../upload/new-key.ts';
import type { ChosenFiles } from './import-form.tsx';

/** How often a request that had no answer is repeated by itself. */
const REPETITIONS = 2;

/** Before the first piece has left, it is not known how much there is. */
const NOTHING_YET: Sent = { sent: 0, all: 0 };

/** Hands the files in, once however often it has to be asked, and shows what becomes of them. `progress`: null while nothing is sent. */
export function useStartImport() {
  const queries = useQueryClient();
  const [, goTo] = useLocation();
  const [sent, setSent] = useState(NOTHING_YET);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (files: Omit<ImportToStart, 'onSent'>) => {
      // Repetitions begin anew.
      setSent(NOTHING_YET);
      return importApi.start({ ...files, onSent: setSent });
    },
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
  return { start, isPending, error, progress: isPending ? sent : null };
}
