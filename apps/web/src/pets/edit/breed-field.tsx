import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { SpeciesDto } from '@snout/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { petApi } from '../../api/pet-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';
import { useBreeds } from '../details/use-breeds.ts';

/** Milliseconds without a keystroke before the service is asked. */
const PAUSE_MS = 150;

interface BreedFieldProps {
  readonly species: SpeciesDto;
  readonly breed: string;
  readonly onChange: (breed: string) => void;
}

/** A breed by a part of its name in either language, or by what else it is called: the service searches, since it knows these names. */
export function BreedField({ species, breed, onChange }: BreedFieldProps): ReactNode {
  const { t } = useTranslation();
  const { breeds, nameOf } = useBreeds(species);
  const chosen = breeds.find(({ id }) => id === breed);
  const chosenName = chosen ? nameOf(chosen) : '';
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed === chosenName ? '' : typed, PAUSE_MS);
  const found = useQuery({
    queryKey: QUERY_KEYS.breedSearch(species, words),
    queryFn: () => petApi.breeds(species, words),
    enabled: words !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  const shown = words === '' ? breeds : (found.data?.breeds ?? []);
  // The chosen one must be among them to be named.
  const listed = chosen && !shown.some(({ id }) => id === breed) ? [...shown, chosen] : shown;
  return (
    <Select
      label={t('details.breed')}
      description={t('details.breedHint')}
      searchable
      value={breed}
      onChange={(picked) => picked !== null && onChange(picked)}
      onSearchChange={setTyped}
      allowDeselect={false}
      nothingFoundMessage={t('details.noBreed')}
      data={listed.map((one) => ({ value: one.id, label: nameOf(one) }))}
      filter={({ options }) => options.filter((option) => !('value' in option) || shown.some(({ id }) => id === option.value))}
      limit={60}
    />
  );
}
