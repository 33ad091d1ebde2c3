import { Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../photo/live-region.tsx';
import { PetDetail } from './pet-detail.tsx';
import { PetGrid } from './pet-grid.tsx';

interface PetsPanelProps {
  /** The pet to show; null: all of them. */
  readonly petId: string | null;
  readonly onOpen: (petId: string | null) => void;
}

/** "Pets": all of them, or one. */
export function PetsPanel({ petId, onOpen }: PetsPanelProps): ReactNode {
  const { t } = useTranslation();
  const [news, setNews] = useState('');
  const forgotten = (name: string) => {
    setNews(t('pets.forgotten', { name }));
    onOpen(null);
  };
  return (
    <Stack gap="lg">
      <LiveRegion words={news} />
      {petId === null ? <PetGrid news={news} /> : <PetDetail petId={petId} onBack={() => onOpen(null)} onForgotten={forgotten} />}
    </Stack>
  );
}
