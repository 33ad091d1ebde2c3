import { Alert, Button, Group, Stack } from '@mantine/core';
import type { PetProfileDto } from '@snout/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { problemOf } from '../../api/api-error.ts';
import { petApi } from '../../api/pet-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { Page } from '../../navigation/page.tsx';
import { PageSkeleton } from '../../navigation/page-skeleton.tsx';
import { petPlace } from '../../navigation/places.ts';
import { ProblemAlert } from '../../problem/problem-alert.tsx';
import { draftOf, type ProfileDraft, patchOf } from './profile-draft.ts';
import { ProfileFields } from './profile-fields.tsx';

/** Changes what is known of a pet. */
export function EditPetPage({ petId }: { readonly petId: string }): ReactNode {
  const { t } = useTranslation();
  const profile = useQuery({ queryKey: QUERY_KEYS.petProfile(petId), queryFn: () => petApi.profile(petId) });
  if (profile.isPending) return <PageSkeleton />;
  if (profile.isError) {
    return (
      <Page title={t('pets.notShown')}>
        <ProblemAlert error={profile.error} onRetry={() => void profile.refetch()} />
      </Page>
    );
  }
  // Another version is another form: what was typed into it belongs to the state it was made from.
  return <EditForm key={profile.data.version} profile={profile.data} onStale={() => void profile.refetch()} />;
}

interface EditFormProps {
  readonly profile: PetProfileDto;
  readonly onStale: () => void;
}

function EditForm({ profile, onStale }: EditFormProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [, goTo] = useLocation();
  const [draft, setDraft] = useState<ProfileDraft>(() => draftOf(profile));
  const save = useMutation({
    mutationFn: () => petApi.edit(profile.id, patchOf(draft, profile.version)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: QUERY_KEYS.pets });
      goTo(petPlace(profile.id));
    },
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Page title={t('details.editTitle', { name: profile.name })} intro={t('details.editIntro')}>
      <form onSubmit={submit}>
        <Stack gap="lg" maw={640}>
          <ProfileFields species={profile.species} draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
          {save.isError && <SaveProblem error={save.error} onStale={onStale} />}
          <Group>
            <Button type="submit" size="md" loading={save.isPending}>
              {t('details.save')}
            </Button>
            <Button component={Link} href={petPlace(profile.id)} size="md" variant="default">
              {t('details.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}

function SaveProblem({ error, onStale }: { readonly error: Error; readonly onStale: () => void }): ReactNode {
  const { t } = useTranslation();
  if (problemOf(error)?.code !== 'pet-changed') return <ProblemAlert error={error} />;
  return (
    <Alert color="yellow" role="alert">
      <Stack gap="sm" align="flex-start">
        {t('problem.code.pet-changed')}
        <Button size="xs" variant="default" onClick={onStale}>
          {t('details.lookAgain')}
        </Button>
      </Stack>
    </Alert>
  );
}
