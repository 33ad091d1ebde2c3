import type { Species } from '../../recognition/index.ts';
import { BREEDS, type Breed } from './breed.ts';

export interface BreedQuery {
  readonly species: Species;
  /** What a person typed: any case, with or without accents, words in any order and not to their end, English or Chinese. */
  readonly text: string;
  readonly limit: number;
}

/** Ranks: the smaller, the better. */
const RANK = { same: 0, begins: 1, words: 2, inside: 3 } as const;

/** Breeds that fit, best first; with nothing typed, the first of the list. */
export function searchBreeds({ species, text, limit }: BreedQuery): readonly Breed[] {
  const query = fold(text);
  if (query === '') return BREEDS[species].slice(0, limit);
  return BREEDS[species]
    .flatMap((breed, place) => {
      const rank = rankOf(breed, query);
      return rank === null ? [] : [{ breed, rank, place }];
    })
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .slice(0, limit)
    .map(({ breed }) => breed);
}

/** A name counts before an alias of the same rank. */
function rankOf({ id, en, zh, aliases }: Breed, query: string): number | null {
  const ranks = [en, zh, id, ...aliases].flatMap((name, index) => {
    const rank = rankOfName(fold(name), query);
    return rank === null ? [] : [rank + (index < 2 ? 0 : 0.5)];
  });
  return ranks.length > 0 ? Math.min(...ranks) : null;
}

function rankOfName(name: string, query: string): number | null {
  if (name === query) return RANK.same;
  if (name.startsWith(query)) return RANK.begins;
  const words = name.split(' ');
  const parts = query.split(' ');
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return RANK.words;
  return parts.every((part) => isHan(part) && name.includes(part)) ? RANK.inside : null;
}

/** Chinese is written without spaces: any part of a name may be meant. In letters, a part inside a word finds too much. */
function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Small letters without accents; hyphens, dots and apostrophes are spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
