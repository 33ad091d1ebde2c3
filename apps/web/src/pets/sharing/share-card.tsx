import { Anchor, Button, Checkbox, CopyButton, Group, Skeleton, Stack, Text } from '@mantine/core';
import { type PetShareDto, type SharedFieldDto, sharedFieldSchema } from '@snout/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { petSharingApi } from '../../api/pet-sharing-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { TitledCard } from '../../navigation/titled-card.tsx';
import { ProblemAlert } from '../../problem/problem-alert.tsx';

const FIELDS = sharedFieldSchema.options;
/** What most owners want to show: all but what tells the true owner from a false one. */
const USUAL: readonly SharedFieldDto[] = ['name', 'breed', 'sex', 'birth', 'coat', 'photos'];

/** The link that shows a pet to whoever has it: what it shows, and its end. */
export function ShareCard({ petId, name }: { readonly petId: string; readonly name: string }): ReactNode {
  const { t } = useTranslation();
  const share = useQuery({ queryKey: QUERY_KEYS.petShare(petId), queryFn: () => petSharingApi.share(petId) });
  return (
    <TitledCard title={t('sharing.title', { name })} text={t('sharing.text')}>
      {share.isPending && <Skeleton height={120} />}
      {share.isError && <ProblemAlert error={share.error} onRetry={() => void share.refetch()} />}
      {share.isSuccess && <ShareForm key={share.data?.url ?? ''} petId={petId} share={share.data} />}
    </TitledCard>
  );
}

function ShareForm({ petId, share }: { readonly petId: string; readonly share: PetShareDto }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [fields, setFields] = useState<readonly string[]>(share?.fields ?? USUAL);
  const known = (after: PetShareDto) => {
    queries.setQueryData(QUERY_KEYS.petShare(petId), after);
    return queries.invalidateQueries({ queryKey: QUERY_KEYS.petHistory(petId) });
  };
  const save = useMutation({
    mutationFn: (chosen: readonly string[]) =>
      petSharingApi.setShare(
        petId,
        FIELDS.filter((field) => chosen.includes(field)),
      ),
    onSuccess: known,
  });
  const end = useMutation({ mutationFn: () => petSharingApi.endShare(petId), onSuccess: () => known(null) });
  const choose = (chosen: readonly string[]) => {
    setFields(chosen);
    // What a link shows is what stands here.
    if (share) save.mutate(chosen);
  };
  return (
    <Stack gap="md">
      <Checkbox.Group label={t('sharing.shows')} value={[...fields]} onChange={choose}>
        <Group mt="xs" gap="sm">
          {FIELDS.map((field) => (
            <Checkbox key={field} value={field} label={t(`sharing.fields.${field}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Text size="sm" c="dimmed">
        {t('sharing.never')}
      </Text>
      {share ? (
        <>
          <Anchor href={share.url} target="_blank" rel="noreferrer" className="break">
            {share.url}
          </Anchor>
          <Group>
            <CopyButton value={share.url}>
              {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'sharing.copied' : 'sharing.copy')}</Button>}
            </CopyButton>
            <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
              {t('sharing.end')}
            </Button>
          </Group>
        </>
      ) : (
        <Group>
          <Button loading={save.isPending} onClick={() => save.mutate(fields)}>
            {t('sharing.make')}
          </Button>
        </Group>
      )}
      {save.isError && <ProblemAlert error={save.error} />}
      {end.isError && <ProblemAlert error={end.error} />}
    </Stack>
  );
}
