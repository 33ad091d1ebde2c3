import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { ApiScopeDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organisationApi } from '../api/organisation-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { SCOPE_WORDS, SCOPES } from './organisation-words.ts';
import { SecretOnce } from './secret-once.tsx';

/** How long a key is good for, in days; null: until it is revoked. */
const LIVES = { quarter: 90, year: 365, forever: null } as const;
type Life = keyof typeof LIVES;
const LIFE_NAMES = ['year', 'quarter', 'forever'] as const satisfies readonly Life[];
const DAY_MS = 24 * 60 * 60_000;

/** Makes a key; its secret is shown once. */
export function NewApiKey({ tenantId }: { readonly tenantId: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApiScopeDto[]>([]);
  const [life, setLife] = useState<Life>('year');
  const add = useMutation({
    mutationFn: () => {
      const days = LIVES[life];
      const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
      return organisationApi.addKey(tenantId, { name, scopes: [...scopes], expiresAt });
    },
    onSuccess: () => {
      setName('');
      setScopes([]);
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.apiKeys(tenantId) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <SectionCard title={t('keys.add')}>
      {add.isSuccess && <SecretOnce title={t('keys.made')} text={t('keys.madeHint')} secret={add.data.secret} onSeen={() => add.reset()} />}
      <form onSubmit={submit}>
        <Stack gap="md" maw={560}>
          <TextInput
            label={t('keys.name')}
            description={t('keys.nameHint')}
            maxLength={80}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox.Group
            label={t('keys.allowed')}
            value={[...scopes]}
            onChange={(chosen) => setScopes(SCOPES.filter((scope) => chosen.includes(scope)))}
          >
            <Stack gap="xs" mt="xs">
              {SCOPES.map((scope) => (
                <Checkbox
                  key={scope}
                  value={scope}
                  label={
                    <>
                      {t(SCOPE_WORDS[scope])}{' '}
                      <Text span size="sm" c="dimmed" ff="monospace">
                        {scope}
                      </Text>
                    </>
                  }
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <NativeSelect
            label={t('keys.life')}
            value={life}
            data={LIFE_NAMES.map((value) => ({ value, label: t(`keys.lives.${value}`) }))}
            onChange={(event) => setLife(LIFE_NAMES.find((known) => known === event.currentTarget.value) ?? 'year')}
          />
          {add.isError && <ProblemAlert error={add.error} />}
          <Group>
            <Button type="submit" loading={add.isPending} disabled={scopes.length === 0}>
              {t('keys.create')}
            </Button>
            {scopes.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('keys.chooseFirst')}
              </Text>
            )}
          </Group>
        </Stack>
      </form>
    </SectionCard>
  );
}
