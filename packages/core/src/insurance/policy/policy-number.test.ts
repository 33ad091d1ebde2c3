import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_NUMBER_BYTES, readPolicyNumber, toPolicyNumber } from './policy-number.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const numbers = fc.uint8Array({ minLength: POLICY_NUMBER_BYTES, maxLength: POLICY_NUMBER_BYTES }).map(toPolicyNumber);
const places = fc.integer({ min: 0, max: POLICY_NUMBER_BYTES });
const plain = (number: string) => [...number.replaceAll('-', '')];

describe('a policy number', () => {
  it('is three groups of four characters that are not misread', () => {
    fc.assert(fc.property(numbers, (number) => /^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/.test(number)));
  });

  it('satisfies ISO 7064 MOD 37-2: its values, times the powers of two, make one more than a multiple of 37', () => {
    const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const weighed = (text: string) =>
      plain(text).reduceRight((sum, character, at, { length }) => sum + values.indexOf(character) * 2 ** (length - 1 - at), 0);
    // An example of another standard that uses it: ISBT 128, donation G1234 98 654321 with its check character H.
    expect(weighed('G123498654321H') % 37).toBe(1);
    fc.assert(fc.property(numbers, (number) => weighed(number) % 37 === 1));
  });

  it('is read as people write it', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const written = number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readPolicyNumber(` ${written}`)).toBe(number);
      }),
    );
    expect(['', 'PAW', '0000-0000-0000', '0000-0000-000U', `${toPolicyNumber(new Uint8Array(11))}0`].map(readPolicyNumber)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is found to be wrong when any one character is', () => {
    fc.assert(
      fc.property(numbers, places, fc.constantFrom(...ALPHABET), (number, place, wrong) => {
        const characters = plain(number);
        fc.pre(characters[place] !== wrong);
        expect(readPolicyNumber(characters.with(place, wrong).join(''))).toBeNull();
      }),
    );
  });

  it('is found to be wrong when any two neighbours are swapped', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: POLICY_NUMBER_BYTES - 1 }), (number, place) => {
        const characters = plain(number);
        const [left = '', right = ''] = characters.slice(place, place + 2);
        fc.pre(left !== right);
        expect(
          readPolicyNumber(
            characters
              .with(place, right)
              .with(place + 1, left)
              .join(''),
          ),
        ).toBeNull();
      }),
    );
  });

  it('is another one for other random bytes, nearly always', () => {
    const made = new Set(
      Array.from({ length: 32 ** 2 }, (_, at) => toPolicyNumber(new Uint8Array(POLICY_NUMBER_BYTES).with(0, at % 32).with(5, at >> 5))),
    );
    expect(made.size).toBe(32 ** 2);
  });

  it('is made of as many bytes as it needs', () => {
    expect(() => toPolicyNumber(new Uint8Array(10))).toThrow(RangeError);
  });
});
