import { Button, Card, FileButton, Group, Image, SimpleGrid, Stack, Title } from '@mantine/core';
import type { PetDto } from '@snout/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { Page } from '../navigation/page.tsx';
import { LiveRegion } from '../photo/live-region.tsx';
import { AddedPhotosAnswer } from './added-photos-answer.tsx';
import { PetDetails } from './details/pet-details.tsx';
import { PetHistory } from './details/pet-history.tsx';
import { IdentityStrength } from './identity-strength.tsx';
import { PetManagement } from './manage/pet-management.tsx';
import { NoseCloseUps } from './nose-close-ups.tsx';
import { PetPhotoCard } from './pet-photo-card.tsx';
import classes from './pet-profile.module.css';

/** A pet's digital profile: its face, how well it can be told apart, its photos. More can be added, and all of it forgotten. */
export function PetProfile({ pet }: { readonly pet: PetDto }): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: ({ files, sameAnimal }: { readonly files: readonly File[]; readonly sameAnimal: boolean }) =>
      snoutApi.addPhotos(
        pet.id,
        files.map((file) => ({ file, box: null })),
        sameAnimal,
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: QUERY_KEYS.pets }),
  });
  const date = new Date(pet.enrolledAt).toLocaleDateString(i18n.language, { dateStyle: 'long' });
  return (
    <Page title={pet.name} intro={`${t(`enrol.${pet.species}`)} · ${t('pets.enrolledOn', { date })}`}>
      <Card withBorder radius="lg" padding="lg" className={classes['head'] ?? ''}>
        <Image src={pet.portraitUrl} alt={t('pets.portraitAlt', { name: pet.name })} className={classes['portrait'] ?? ''} />
        <IdentityStrength pet={pet} />
      </Card>
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h3">
            {t('pets.photos')}
          </Title>
          <FileButton
            onChange={(files) => files.length > 0 && add.mutate({ files, sameAnimal: false })}
            accept="image/*"
            multiple
            inputProps={{ 'aria-label': t('pets.addPhotos') }}
          >
            {(props) => (
              <Button variant="default" loading={add.isPending} {...props}>
                {t('pets.addPhotos')}
              </Button>
            )}
          </FileButton>
        </Group>
        <LiveRegion words={add.isPending ? t('pets.adding') : add.isSuccess ? t('pets.added') : ''} />
        <AddedPhotosAnswer
          result={add.data ?? null}
          error={add.error}
          onSameAnimal={() => add.variables && add.mutate({ ...add.variables, sameAnimal: true })}
        />
        <SimpleGrid component="ul" cols={{ base: 2, sm: 3, lg: 4 }} spacing="md" className={classes['photos'] ?? ''}>
          {pet.photos.map((photo, index) => (
            <PetPhotoCard key={photo.id} photo={photo} alt={t('pets.photoAlt', { name: pet.name, number: index + 1 })} />
          ))}
        </SimpleGrid>
      </Stack>
      {pet.noses.length > 0 && <NoseCloseUps pet={pet} />}
      <PetDetails petId={pet.id} />
      <PetManagement pet={pet} />
      <PetHistory petId={pet.id} />
    </Page>
  );
}
