import { Badge, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountApi, type Passkey } from '../api/account-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { ConfirmDialog } from '../dialog/confirm-dialog.tsx';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { LiveRegion } from '../photo/live-region.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useWhen } from '../time/use-when.ts';
import { PasskeyAlert } from './passkey-alert.tsx';
import { addPasskey, hasPasskeys } from './passkey-ceremonies.ts';
import { useDeviceWords } from './use-device-words.ts';

/** Passkeys of the person: what they are good for, adding one on this device, names, removal. */
export function PasskeysCard(): ReactNode {
  const { t } = useTranslation();
  const passkeys = useQuery({ queryKey: QUERY_KEYS.passkeys, queryFn: accountApi.passkeys });
  return (
    <SectionCard title={t('passkeys.title')} intro={t('passkeys.intro')}>
      {passkeys.isPending && <Skeleton height={48} />}
      {passkeys.isError && <ProblemAlert error={passkeys.error} onRetry={() => void passkeys.refetch()} />}
      {passkeys.data && passkeys.data.length === 0 && <Text size="sm">{t('passkeys.none')}</Text>}
      {passkeys.data && passkeys.data.length > 0 && (
        <RowList label={t('passkeys.title')}>
          {passkeys.data.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </RowList>
      )}
      {hasPasskeys() ? <AddPasskey /> : <Text size="sm">{t('passkeys.noBrowser')}</Text>}
    </SectionCard>
  );
}

function AddPasskey(): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const device = useDeviceWords();
  const suggested = device(navigator.userAgent);
  const [name, setName] = useState(suggested);
  const add = useMutation({
    mutationFn: () => addPasskey(name),
    onSuccess: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.passkeys }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('passkeys.name')}
            flex="1 1 14rem"
            maxLength={80}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={add.isPending}>
            {t('passkeys.add')}
          </Button>
        </Group>
        {add.isError && <PasskeyAlert error={add.error} />}
        <LiveRegion words={add.isSuccess ? t('passkeys.added') : ''} />
      </Stack>
    </form>
  );
}

function PasskeyRow({ passkey }: { readonly passkey: Passkey }): ReactNode {
  const { t } = useTranslation();
  const when = useWhen();
  const queries = useQueryClient();
  const [mode, setMode] = useState<'shown' | 'naming' | 'removing'>('shown');
  const settled = () => {
    setMode('shown');
    return queries.invalidateQueries({ queryKey: QUERY_KEYS.passkeys });
  };
  const remove = useMutation({ mutationFn: () => accountApi.removePasskey(passkey.id), onSuccess: settled });
  const name = passkey.name ?? t('passkeys.unnamed');
  if (mode === 'naming') return <RenamePasskey passkey={passkey} onDone={settled} onCancel={() => setMode('shown')} />;
  return (
    <Group justify="space-between" gap="sm">
      <div>
        <Group gap="xs">
          <Text fw={600} className="break">
            {name}
          </Text>
          <Badge variant="light" tt="none">
            {t(passkey.deviceType === 'multiDevice' ? 'passkeys.copied' : 'passkeys.oneDevice')}
          </Badge>
        </Group>
        {passkey.createdAt && (
          <Text size="sm" c="dimmed">
            {t('passkeys.since', { when: when(passkey.createdAt) })}
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setMode('naming')} aria-label={t('passkeys.renameNamed', { name })}>
          {t('passkeys.rename')}
        </Button>
        <Button
          size="xs"
          variant="light"
          color="danger"
          onClick={() => setMode('removing')}
          aria-label={t('passkeys.removeNamed', { name })}
        >
          {t('passkeys.remove')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={mode === 'removing'}
        title={t('passkeys.removeNamed', { name })}
        text={t('passkeys.removeText')}
        yes={t('passkeys.remove')}
        pending={remove.isPending}
        error={remove.error}
        onYes={() => remove.mutate()}
        onClose={() => setMode('shown')}
      />
    </Group>
  );
}

interface RenamePasskeyProps {
  readonly passkey: Passkey;
  readonly onDone: () => unknown;
  readonly onCancel: () => void;
}

function RenamePasskey({ passkey, onDone, onCancel }: RenamePasskeyProps): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState(passkey.name ?? '');
  const rename = useMutation({ mutationFn: () => accountApi.renamePasskey(passkey.id, name), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('passkeys.newName')}
          flex="1 1 12rem"
          maxLength={80}
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={rename.isPending}>
          {t('passkeys.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('tenant.cancel')}
        </Button>
      </Group>
      {rename.isError && <ProblemAlert error={rename.error} />}
    </form>
  );
}
