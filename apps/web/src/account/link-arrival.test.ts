import { expect, test } from 'vitest';
import { linkArrivalOf, pageToReturnTo } from './link-arrival.ts';

test('a mailed link says by the address it led to what became of it', () => {
  expect(linkArrivalOf({ pathname: '/confirmed', search: '' })).toBe('confirmed');
  expect(linkArrivalOf({ pathname: '/confirmed', search: '?error=TOKEN_EXPIRED' })).toBe('over');
  expect(linkArrivalOf({ pathname: '/invitations', search: '?error=INVALID_TOKEN' })).toBe('over');
  expect(linkArrivalOf({ pathname: '/pets', search: '' })).toBeNull();
});

test('a sign-in link leads back to the page that was asked for, but not to one that only a link leads to', () => {
  expect(pageToReturnTo({ pathname: '/invitations' })).toBe('/invitations');
  expect(pageToReturnTo({ pathname: '/reset-password' })).toBe('/');
});
