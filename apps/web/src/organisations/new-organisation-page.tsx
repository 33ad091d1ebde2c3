import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import type { OrganisationKindDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { organisationApi } from '../api/organisation-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { Page } from '../navigation/page.tsx';
import { PLACES, tenantPlace } from '../navigation/places.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { chooseTenant } from '../tenant/chosen-tenant.ts';
import { KINDS } from './organisation-words.ts';

/** Makes an organisation, of which the person becomes the owner, and works in it from then on. */
export function NewOrganisationPage(): ReactNode {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OrganisationKindDto>('shelter');
  const add = useMutation({
    mutationFn: () => organisationApi.add({ name, kind }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: QUERY_KEYS.me });
      chooseTenant(id);
      await queries.invalidateQueries();
      go(tenantPlace('members', id));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Page title={t('team.add')} intro={t('team.addIntro')}>
      <form onSubmit={submit}>
        <Stack gap="lg" maw={560}>
          <TextInput
            label={t('team.name')}
            autoComplete="organization"
            maxLength={80}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Radio.Group
            label={t('team.kind')}
            value={kind}
            onChange={(chosen) => setKind(KINDS.find((known) => known === chosen) ?? 'shelter')}
          >
            <Stack gap="sm" mt="xs">
              {KINDS.map((value) => (
                <Radio key={value} value={value} label={t(`team.kinds.${value}`)} description={t(`team.kindHints.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {add.isError && <ProblemAlert error={add.error} />}
          <Group>
            <Button type="submit" loading={add.isPending}>
              {t('team.create')}
            </Button>
            <Button component={Link} href={PLACES.organisations} variant="default">
              {t('tenant.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
