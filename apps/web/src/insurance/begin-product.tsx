import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { readyIdSchema } from '@snout/contract/insurance';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { productApi, type ReadyId } from '../api/product-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';

const READY = readyIdSchema.options;
const FIRST: ReadyId = 'cn-yearly';

/** Makes a draft of ready terms. */
export function BeginProduct({ tenantId }: { readonly tenantId: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [ready, setReady] = useState<ReadyId>(FIRST);
  const begin = useMutation({
    mutationFn: () => productApi.begin(tenantId, ready),
    onSuccess: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.products(tenantId) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <SectionCard title={t('products.begin')} intro={t('products.beginIntro')}>
      <form onSubmit={submit}>
        <Stack gap="md" maw={560}>
          <NativeSelect
            label={t('products.ready')}
            value={ready}
            data={READY.map((value) => ({ value, label: t(`products.readyNames.${value}`) }))}
            onChange={(event) => setReady(READY.find((known) => known === event.currentTarget.value) ?? FIRST)}
          />
          {begin.isError && <ProblemAlert error={begin.error} />}
          <Group>
            <Button type="submit" loading={begin.isPending}>
              {t('products.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  );
}
