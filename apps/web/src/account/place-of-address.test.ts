import { expect, test } from 'vitest';
import { placeOfAddress } from './place-of-address.ts';

test.each([
  ['127.0.0.1', 'this-machine'],
  ['::1', 'this-machine'],
  ['::ffff:127.0.0.1', 'this-machine'],
  ['0000:0000:0000:0000:0000:0000:0000:0000', 'this-machine'],
  ['192.168.1.20', 'local-network'],
  ['10.0.0.7', 'local-network'],
  ['172.31.0.1', 'local-network'],
  ['172.32.0.1', 'internet'],
  ['fd12:3456::1', 'local-network'],
  ['fe80::1', 'local-network'],
  ['203.0.113.7', 'internet'],
  ['2001:db8::1', 'internet'],
  [null, 'unknown'],
] as const)('an address %s is in the %s', (address, place) => {
  expect(placeOfAddress(address)).toBe(place);
});
