import { expect, it } from 'vitest';
import { soldOn } from './sold-on.ts';

const NEWEST_FIRST = [{ effectiveFrom: '2027-06-01' }, { effectiveFrom: '2027-03-01' }];

it.each([
  ['2027-02-28', undefined],
  ['2027-03-01', '2027-03-01'],
  ['2027-05-31', '2027-03-01'],
  ['2027-06-01', '2027-06-01'],
  ['2030-01-01', '2027-06-01'],
])('on %s the version is sold that begins on %s', (day, from) => {
  expect(soldOn(NEWEST_FIRST, day)?.effectiveFrom).toBe(from);
});
