import { Button, Group } from '@mantine/core';
import type { PetDto } from '@snout/contract';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { PLACES } from '../../navigation/places.ts';
import { TitledCard } from '../../navigation/titled-card.tsx';
import { ForgetDialog } from '../forget-dialog.tsx';
import { forgottenState } from '../forgotten-name.ts';

/** Deletes a pet for good, after a question. */
export function ForgetCard({ pet }: { readonly pet: PetDto }): ReactNode {
  const { t } = useTranslation();
  const [, goTo] = useLocation();
  const [asking, setAsking] = useState(false);
  return (
    <TitledCard title={t('pets.forget', { name: pet.name })} text={t('pets.forgetText')}>
      <Group>
        <Button variant="outline" color="danger" onClick={() => setAsking(true)}>
          {t('pets.forgetOpen')}
        </Button>
      </Group>
      <ForgetDialog
        pet={pet}
        opened={asking}
        onClose={() => setAsking(false)}
        onForgotten={(name) => goTo(PLACES.pets, { replace: true, state: forgottenState(name) })}
      />
    </TitledCard>
  );
}
