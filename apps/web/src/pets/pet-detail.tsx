import { Anchor, Button, Card, FileButton, Group, Image, Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { PetDto, PetPhotoDto } from '@snout/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { snoutApi } from '../api/snout-api.ts';
import { placeHash } from '../location.ts';
import { LiveRegion } from '../photo/live-region.tsx';
import { QualityHints } from '../photo/quality-hints.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { AddedPhotosAnswer } from './added-photos-answer.tsx';
import { ForgetDialog } from './forget-dialog.tsx';

interface PetDetailProps {
  readonly petId: string;
  readonly onBack: () => void;
  readonly onForgotten: (name: string) => void;
}

/** One pet with its photos: more can be added, and all of it forgotten. */
export function PetDetail({ petId, onBack, onForgotten }: PetDetailProps): ReactNode {
  const { t } = useTranslation();
  const pet = useQuery({ queryKey: QUERY_KEYS.pet(petId), queryFn: () => snoutApi.showPet(petId) });
  return (
    <>
      <Anchor
        href={placeHash('pets')}
        onClick={(event) => {
          event.preventDefault();
          onBack();
        }}
      >
        ← {t('pets.back')}
      </Anchor>
      {pet.isPending && <Loader size="sm" />}
      {pet.isError && <ProblemAlert error={pet.error} onRetry={() => void pet.refetch()} />}
      {pet.data && <PetShown pet={pet.data} onForgotten={onForgotten} />}
    </>
  );
}

interface PetShownProps {
  readonly pet: PetDto;
  readonly onForgotten: (name: string) => void;
}

function PetShown({ pet, onForgotten }: PetShownProps): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
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
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2}>{pet.name}</Title>
          <Text c="dimmed">{`${t(`species.${pet.species}`)} · ${t('pets.enrolledOn', { date })}`}</Text>
        </div>
        <Group>
          <FileButton onChange={(files) => files.length > 0 && add.mutate({ files, sameAnimal: false })} accept="image/*" multiple>
            {(props) => (
              <Button variant="light" loading={add.isPending} {...props}>
                {t('pets.addPhotos')}
              </Button>
            )}
          </FileButton>
          <Button variant="outline" color="danger" onClick={() => setAsking(true)}>
            {t('pets.forget', { name: pet.name })}
          </Button>
        </Group>
      </Group>
      <LiveRegion words={add.isPending ? t('pets.adding') : add.isSuccess ? t('pets.added') : ''} />
      <AddedPhotosAnswer
        result={add.data ?? null}
        error={add.error}
        onSameAnimal={() => add.variables && add.mutate({ ...add.variables, sameAnimal: true })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="md">
        {pet.photos.map((photo, index) => (
          <PhotoCard key={photo.id} photo={photo} alt={t('pets.photoAlt', { name: pet.name, number: index + 1 })} />
        ))}
      </SimpleGrid>
      <ForgetDialog pet={pet} opened={asking} onClose={() => setAsking(false)} onForgotten={onForgotten} />
    </Stack>
  );
}

function PhotoCard({ photo, alt }: { readonly photo: PetPhotoDto; readonly alt: string }): ReactNode {
  return (
    <Card withBorder padding="sm">
      <Card.Section>
        <a href={photo.url} target="_blank" rel="noreferrer">
          <Image src={photo.cropUrl} alt={alt} loading="lazy" />
        </a>
      </Card.Section>
      <Stack gap={4} mt="sm">
        <QualityHints quality={photo.quality} />
      </Stack>
    </Card>
  );
}
