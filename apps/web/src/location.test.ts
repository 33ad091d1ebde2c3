import { expect, it } from 'vitest';
import { parsePlace, placeHash } from './location.ts';

it.each([
  ['', { section: 'who', petId: null }],
  ['#/nonsense', { section: 'who', petId: null }],
  ['#/enrol', { section: 'enrol', petId: null }],
  ['#/pets/a%20b', { section: 'pets', petId: 'a b' }],
  ['#/enrol/x', { section: 'enrol', petId: null }],
] as const)('the address %j is a place', (hash, place) => {
  expect(parsePlace(hash)).toEqual(place);
});

it('a place makes the address that leads back to it', () => {
  expect(parsePlace(placeHash('pets', 'id/1'))).toEqual({ section: 'pets', petId: 'id/1' });
});
