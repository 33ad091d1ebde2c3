import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InvitationKind, petPeopleApi } from '../../api/pet-people-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { ProblemAlert } from '../../problem/problem-alert.tsx';

interface InviteFormProps {
  readonly petId: string;
  readonly kind: InvitationKind;
}

/** Sends an invitation to an address. Nothing changes until somebody accepts it. */
export function InviteForm({ petId, kind }: InviteFormProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const invite = useMutation({
    mutationFn: (to: string) => petPeopleApi.invite(petId, kind, to),
    onSuccess: () => {
      setEmail('');
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.petInvitations(petId) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(email);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t(`people.${kind}.email`)}
            type="email"
            autoComplete="off"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            flex="1 1 14rem"
          />
          <Button type="submit" variant={kind === 'carer' ? 'filled' : 'default'} loading={invite.isPending}>
            {t(`people.${kind}.send`)}
          </Button>
        </Group>
        {invite.isError && <ProblemAlert error={invite.error} />}
        {invite.isSuccess && (
          <Alert color="pine" role="status">
            <Text size="sm">{t(`people.${kind}.sent`, { email: invite.variables })}</Text>
          </Alert>
        )}
      </Stack>
    </form>
  );
}
