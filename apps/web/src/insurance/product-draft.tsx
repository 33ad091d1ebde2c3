import { Badge, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import type { InsuranceProductDto } from '@snout/contract/insurance';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { productApi } from '../api/product-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { ConfirmDialog } from '../dialog/confirm-dialog.tsx';
import { useWhen } from '../time/use-when.ts';
import { todayIn, useProductWords } from './product-words.ts';
import { TakeTerms } from './take-terms.tsx';
import { TermsDetails } from './terms-details.tsx';

type Draft = NonNullable<InsuranceProductDto['draft']>;

interface ProductDraftProps {
  readonly tenantId: string;
  readonly productId: string;
  readonly draft: Draft;
  readonly isManager: boolean;
}

/** What will be the next version: what is wrong with it, and its publication. */
export function ProductDraft({ tenantId, productId, draft, isManager }: ProductDraftProps): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Badge tt="none" color="gray">
          {t('products.draft')}
        </Badge>
        <Text size="sm" c="dimmed">
          {t('products.savedAt', { when: when(draft.savedAt) })}
        </Text>
      </Group>
      <TermsDetails terms={draft.terms} />
      <TakeTerms terms={draft.terms} called={t('products.draft')} />
      <Faults faults={draft.faults} />
      {isManager && draft.faults.length === 0 && <Publish tenantId={tenantId} productId={productId} draft={draft} />}
    </Stack>
  );
}

function Faults({ faults }: Pick<Draft, 'faults'>): ReactNode {
  const { t } = useTranslation();
  if (faults.length === 0) return <Text size="sm">{t('products.faultless')}</Text>;
  return (
    <>
      <Text size="sm">{t('products.faults')}</Text>
      <List size="sm">
        {faults.map(({ field, code, message }) => (
          <List.Item key={`${field} ${message}`}>
            {field}: {t(`products.faultCodes.${code}`)}
          </List.Item>
        ))}
      </List>
    </>
  );
}

function Publish({ tenantId, productId, draft }: Omit<ProductDraftProps, 'isManager'>): ReactNode {
  const { t } = useTranslation();
  const { local, day } = useProductWords();
  const queries = useQueryClient();
  const today = todayIn(draft.terms.timeZone);
  const [from, setFrom] = useState(today);
  const [isAsking, setAsking] = useState(false);
  const publish = useMutation({
    mutationFn: () => productApi.publish(tenantId, productId, from),
    onSuccess: async () => {
      setAsking(false);
      await queries.invalidateQueries({ queryKey: QUERY_KEYS.products(tenantId) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.reset();
    setAsking(true);
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          label={t('products.from')}
          description={t('products.fromHint')}
          type="date"
          required
          min={today}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Button type="submit">{t('products.publish')}</Button>
      </Group>
      <ConfirmDialog
        opened={isAsking}
        title={t('products.publishTitle', { name: local(draft.terms.name) })}
        text={t('products.publishText', { day: isAsking ? day(from) : '' })}
        yes={t('products.publish')}
        pending={publish.isPending}
        error={publish.error}
        onYes={() => publish.mutate()}
        onClose={() => setAsking(false)}
      />
    </form>
  );
}
