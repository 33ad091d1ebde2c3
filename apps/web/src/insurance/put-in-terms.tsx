import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { productApi } from '../api/product-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';

interface PutInTermsProps {
  readonly tenantId: string;
  readonly productId: string;
  readonly name: string;
}

/** Takes a file of terms as the draft, in place of the one that there is. */
export function PutInTerms({ tenantId, productId, name }: PutInTermsProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: async (file: File) => {
      const terms = readJson(await file.text());
      return terms === undefined ? 'not-json' : productApi.saveDraft(tenantId, productId, terms);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.products(tenantId) }),
  });
  const reset = useRef<() => void>(null);
  const choose = (file: File | null) => {
    if (file) save.mutate(file);
    // The same file, corrected meanwhile, can be chosen again.
    reset.current?.();
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('products.noDraft')}
      </Text>
      {save.data === 'not-json' && (
        <Alert color="danger" role="alert">
          {t('products.notJson')}
        </Alert>
      )}
      {save.isError && <ProblemAlert error={save.error} />}
      <Group>
        <FileButton accept="application/json,.json" resetRef={reset} onChange={choose}>
          {(button) => (
            <Button {...button} variant="default" loading={save.isPending} aria-label={t('products.putNamed', { name })}>
              {t('products.put')}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}

/** Undefined: it is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
