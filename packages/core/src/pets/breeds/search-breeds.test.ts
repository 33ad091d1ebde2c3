import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPECIES } from '../../recognition/index.ts';
import { BREEDS, findBreed } from './breed.ts';
import { fold, searchBreeds } from './search-breeds.ts';

const first = (species: 'dog' | 'cat', text: string) => searchBreeds({ species, text, limit: 1 })[0]?.id;
const breeds = SPECIES.flatMap((species) => BREEDS[species]);

describe('breed search', () => {
  it.each([
    ['dog', 'BICHON FRISE', 'bichon-frise'],
    ['dog', 'lowchen', 'lowchen'],
    ['dog', 'retriever golden', 'golden-retriever'],
    ['dog', 'gold ret', 'golden-retriever'],
    ['dog', 'lab', 'labrador-retriever'],
    ['dog', '金毛', 'golden-retriever'],
    ['dog', '牧羊犬 德国', 'german-shepherd'],
    ['dog', '田园', 'chinese-rural-dog'],
    ['dog', 'schafer', 'german-shepherd'],
    ['dog', 'st bernard', 'saint-bernard'],
    ['dog', 'mutt', 'mixed'],
    ['cat', '英短', 'british-shorthair'],
    ['cat', 'forest norw', 'norwegian-forest-cat'],
    ['cat', '不知道', 'unknown'],
    ['cat', 'pixie bob', 'pixie-bob'],
  ] as const)('%s: %j finds %s first', (species, text, id) => {
    expect(first(species, text)).toBe(id);
  });

  it('keeps the species apart', () => {
    expect(first('cat', 'labrador')).toBeUndefined();
    expect(first('dog', 'persian')).toBeUndefined();
  });

  it('finds several breeds of one common name', () => {
    const corgis = searchBreeds({ species: 'dog', text: 'corgi', limit: 9 }).map(({ id }) => id);
    expect(corgis).toEqual(expect.arrayContaining(['pembroke-welsh-corgi', 'cardigan-welsh-corgi']));
  });

  it('offers the beginning of the list when nothing is typed, mixed first', () => {
    expect(searchBreeds({ species: 'cat', text: '  ', limit: 3 }).map(({ id }) => id)).toEqual(['mixed', 'unknown', 'abyssinian']);
  });

  it('finds each breed by each of its names, in any case and order of words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...breeds), fc.nat(), fc.boolean(), (breed, pick, upper) => {
        const names = [breed.en, breed.zh, ...breed.aliases];
        const name = names[pick % names.length] ?? breed.en;
        const typed = fold(name).split(' ').toReversed().join(' ');
        const found = searchBreeds({ species: breed.species, text: upper ? typed.toUpperCase() : typed, limit: 400 });
        expect(found.map(({ id }) => id)).toContain(breed.id);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('breed list', () => {
  it('has one row an id, in the order of English names, and both languages', () => {
    for (const species of SPECIES) {
      const list = BREEDS[species];
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      for (const { id, zh, en } of list) {
        expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(zh, en).toMatch(/\p{Script=Han}/u);
      }
    }
    expect(BREEDS.dog.length).toBeGreaterThan(180);
    expect(BREEDS.cat.length).toBeGreaterThan(70);
    expect(findBreed('dog', 'nonsense')).toBeNull();
  });
});
