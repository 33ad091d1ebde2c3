import { Button, Group, Text } from '@mantine/core';
import type { PetDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { DialogFrame } from '../dialog/dialog-frame.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';

interface ForgetDialogProps {
  readonly pet: PetDto;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onForgotten: (name: string) => void;
}

/** Asks before a pet and its photos are deleted; keeping it is the first button. */
export function ForgetDialog({ pet, opened, onClose, onForgotten }: ForgetDialogProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const forget = useMutation({
    mutationFn: () => snoutApi.forgetPet(pet.id),
    onSuccess: () => {
      onForgotten(pet.name);
      queries.removeQueries({ queryKey: QUERY_KEYS.pet(pet.id) });
      return queries.invalidateQueries({ queryKey: QUERY_KEYS.pets, exact: true });
    },
  });
  return (
    <DialogFrame opened={opened} onClose={onClose} title={t('pets.forgetTitle', { name: pet.name })}>
      <Text>{t('pets.forgetText')}</Text>
      {forget.isError && <ProblemAlert error={forget.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('pets.forgetNo')}
        </Button>
        <Button color="danger" loading={forget.isPending} onClick={() => forget.mutate()}>
          {t('pets.forgetYes')}
        </Button>
      </Group>
    </DialogFrame>
  );
}
