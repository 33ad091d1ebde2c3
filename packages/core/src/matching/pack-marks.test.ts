import { describe, expect, it } from 'vitest';
import { agreementOf } from './agreement.ts';
import { packMarks, unpackMarks } from './pack-marks.ts';
import { RULE, randomMarks, seenAgain, toMarks } from './testing/made-up-marks.ts';

const marks = toMarks(randomMarks(300, 7));

describe('packMarks', () => {
  it('keeps places to a 64th of a pixel and vectors nearly as they were, in 77 bytes a mark', () => {
    const bytes = packMarks(marks);
    expect(bytes).toHaveLength(7 + 300 * 77);
    const read = unpackMarks(bytes, 'made-up');
    if (read === null) throw new Error('The marks were not read.');
    expect(read).toMatchObject({ model: 'made-up', side: marks.side, count: 300, dimensions: 64, inPhoto: marks.inPhoto });
    for (let i = 0; i < 600; i++) expect(Math.abs((read.inCrop[i] ?? 0) - (marks.inCrop[i] ?? 0))).toBeLessThanOrEqual(1 / 128);
    for (let i = 0; i < 300; i++) {
      const [own, other] = [marks, read].map(({ vectors }) => vectors.subarray(64 * i, 64 * (i + 1))) as [Float32Array, Float32Array];
      expect(Math.hypot(...other)).toBeCloseTo(1, 5);
      expect(own.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0)).toBeGreaterThan(0.999);
    }
  });

  it('changes next to nothing of what two photos agree in', () => {
    const again = toMarks(seenAgain(randomMarks(300, 7), ([x, y]) => [0.9 * x + 12, 0.9 * y + 8]));
    const read = unpackMarks(packMarks(marks), marks.model);
    if (read === null) throw new Error('The marks were not read.');
    const [before, after] = [agreementOf(again, marks, RULE).pairs.length, agreementOf(again, read, RULE).pairs.length];
    expect(before).toBeGreaterThan(150);
    expect(Math.abs(after - before)).toBeLessThanOrEqual(3);
  });

  it('reads nothing out of bytes of another format or out of a part', () => {
    const bytes = packMarks(marks);
    expect(unpackMarks(new Uint8Array([2, ...bytes.subarray(1)]), 'made-up')).toBeNull();
    expect(unpackMarks(bytes.subarray(0, 1000), 'made-up')).toBeNull();
    expect(unpackMarks(new Uint8Array(), 'made-up')).toBeNull();
    expect(unpackMarks(packMarks(toMarks([])), 'made-up')).toMatchObject({ count: 0 });
  });
});
