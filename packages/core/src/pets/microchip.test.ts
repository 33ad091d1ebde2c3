import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMicrochip, describeMicrochip, type MicrochipFault } from './microchip.ts';

const chipOf = (text: string) => {
  const check = checkMicrochip(text);
  if (check.kind === 'invalid') throw new Error(`${text}: ${check.message}`);
  return check.chip;
};
const faultOf = (text: string): MicrochipFault | null => {
  const check = checkMicrochip(text);
  return check.kind === 'invalid' ? check.fault : null;
};

describe('microchip numbers', () => {
  it('name the country or the maker in words', () => {
    expect(chipOf('276098101234567')).toMatchObject({ standard: 'iso', issuer: { kind: 'country', region: 'DE', name: 'Germany' } });
    expect(chipOf('156000000000001')).toMatchObject({ issuer: { region: 'CN', name: 'China' } });
    expect(chipOf('981000000000001')).toMatchObject({ issuer: { kind: 'maker', name: 'Datamars' } });
    expect(describeMicrochip(chipOf('276098101234567'), 'zh')).toBe('德国, 276 0981 0123 4567');
    expect(describeMicrochip(chipOf('943000000000001'))).toBe('maker 943, 943 0000 0000 0001');
  });

  it('are read as people write them', () => {
    expect(chipOf(' 276 0981-0123.4567 ').number).toBe('276098101234567');
    expect(chipOf('２７６０９８１０１２３４５６７').number).toBe('276098101234567');
    expect(chipOf('AVID*012*345*678').number).toBe('012345678');
  });

  it('of the years before the standard have 9 or 10 characters', () => {
    expect(chipOf('123456789')).toEqual({ standard: 'older', number: '123456789' });
    expect(chipOf('00064a2b1c')).toEqual({ standard: 'older', number: '00064A2B1C' });
    expect(describeMicrochip(chipOf('123456789'))).toContain('before ISO 11784');
  });

  it.each([
    ['', 'empty'],
    ['---', 'empty'],
    ['27609810123456', 'length'],
    ['2760981012345678', 'length'],
    ['27609810123456O', 'characters'],
    ['276098101234_67', 'characters'],
    ['ABCDEFGHI', 'characters'],
    ['000098101234567', 'no-issuer'],
    ['899098101234567', 'no-issuer'],
    ['999000000000001', 'test-number'],
    ['276274877906944', 'too-large'],
    ['000000000', 'no-issuer'],
  ] as const)('%j is refused as %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('go up to 38 bits in the last twelve digits', () => {
    expect(faultOf('276274877906943')).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 900, max: 998 }), fc.integer({ min: 0, max: 999_999_999_999 }), (code, rest) => {
        const fault = faultOf(`${code}${String(rest).padStart(12, '0')}`);
        expect(fault).toBe(rest < 2 ** 38 ? null : 'too-large');
      }),
    );
  });

  it('are kept in a form that is read back as itself', () => {
    const iso = fc
      .tuple(fc.constantFrom('156', '276', '900', '981'), fc.integer({ min: 0, max: 2 ** 38 - 1 }))
      .map(([code, rest]) => `${code}${String(rest).padStart(12, '0')}`);
    const older = fc.stringMatching(/^[0-9A-Z]{9,10}$/).filter((number) => /[1-9]/.test(number));
    const between = fc.array(fc.constantFrom('', ' ', '-', '.'), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(fc.oneof(iso, older), between, (number, signs) => {
        const check = checkMicrochip([...number.toLowerCase()].map((sign, index) => sign + (signs[index] ?? '')).join(''));
        expect(check).toMatchObject({ kind: 'valid', chip: { number } });
        expect(checkMicrochip(number)).toEqual(check);
      }),
    );
  });
});
