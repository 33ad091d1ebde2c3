import type { BreedDto, SpeciesDto } from '@snout/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { petApi } from '../../api/pet-api.ts';
import { QUERY_KEYS } from '../../api/query-keys.ts';

interface Breeds {
  readonly breeds: readonly BreedDto[];
  /** In the language of the page. */
  readonly nameOf: (breed: BreedDto) => string;
}

/** The breeds of a species; none while they are on the way. */
export function useBreeds(species: SpeciesDto): Breeds {
  const { i18n } = useTranslation();
  const list = useQuery({
    queryKey: QUERY_KEYS.breeds(species),
    queryFn: () => petApi.breeds(species),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const chinese = i18n.language.startsWith('zh');
  return { breeds: list.data?.breeds ?? [], nameOf: (breed) => (chinese ? breed.zh : breed.en) };
}
