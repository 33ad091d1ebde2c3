import { settlementPreviewRequestSchema } from '@snout/contract/settlement';
import { describe, expect, it } from 'vitest';
import { type ClaimDraft, emptyClaim, requestOf, withAnotherLine } from './claim-draft.ts';

const DAY = '2027-03-01';
const filled = (changes: Partial<ClaimDraft> = {}, amounts = ['120.50']): ClaimDraft => ({
  ...emptyClaim({ tier: 'gold', day: DAY }),
  lines: amounts.map((amount, key) => ({ key, text: ' X-ray ', amount, excludedAs: null })),
  ...changes,
});

describe('a made-up claim', () => {
  it('is asked as the service takes it, its lines called by their numbers', () => {
    const [line] = filled().lines;
    const lines = line === undefined ? [] : [line, { ...line, key: 7, text: '', amount: '3', excludedAs: 'dental' as const }];
    expect(settlementPreviewRequestSchema.parse(requestOf(filled({ lines, cause: 'illness', inNetwork: false })))).toEqual({
      tier: 'gold',
      startsOn: DAY,
      waived: [],
      claims: [
        {
          conditionId: 'condition',
          cause: 'illness',
          eventDay: DAY,
          claimedOn: DAY,
          inNetwork: false,
          visits: [
            {
              id: 'visit',
              day: DAY,
              lines: [
                { id: '1', text: 'X-ray', amount: 12_050, category: 'other', excludedAs: null },
                { id: '2', text: '', amount: 300, category: 'other', excludedAs: 'dental' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('is not asked while an amount is none', () => {
    expect(requestOf(filled({}, ['1', 'two', '3']))).toBeNull();
    expect(requestOf(emptyClaim({ tier: 'gold', day: DAY }))).toBeNull();
  });

  it('is made on the day on which all of it has happened', () => {
    const madeOn = (changes: Partial<ClaimDraft>) => requestOf(filled(changes))?.claims[0]?.claimedOn;
    expect(madeOn({ visitDay: '2027-04-02' })).toBe('2027-04-02');
    expect(madeOn({ eventDay: '2027-05-03', visitDay: '2027-04-02' })).toBe('2027-05-03');
  });

  it('gets lines that cannot be taken for one another, whichever were removed', () => {
    const three = withAnotherLine(withAnotherLine(filled()));
    const [first, , last] = three.lines;
    const lines = [first, last].flatMap((line) => line ?? []);
    expect(withAnotherLine({ ...three, lines }).lines.map(({ key }) => key)).toEqual([0, 2, 3]);
    expect(withAnotherLine({ ...three, lines: [] }).lines.map(({ key }) => key)).toEqual([0]);
  });
});
