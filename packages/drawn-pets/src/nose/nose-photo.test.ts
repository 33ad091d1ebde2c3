import { describe, expect, it } from 'vitest';
import { drawLeatherMap, type LeatherMap } from './leather-map.ts';
import { drawNoseIdentity, type NoseIdentity } from './nose-identity.ts';
import { type NosePhoto, photographNose } from './nose-photo.ts';
import { drawNoseView, NOSE_RUNGS, type NoseRung } from './nose-view.ts';

const SIDE = 160;
const noseOf = (seed: number): { identity: NoseIdentity; map: LeatherMap } => {
  const identity = drawNoseIdentity(seed % 2 === 0 ? 'dog' : 'cat', seed);
  return { identity, map: drawLeatherMap(identity, 256) };
};
const photograph = (seed: number, photo: number, rung: NoseRung = 'middle', side = SIDE): NosePhoto => {
  const { identity, map } = noseOf(seed);
  return photographNose(identity, map, drawNoseView(`${seed}/${photo}`, rung, side), side);
};

/** Correlation of two lists of numbers. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [index, value] of a.entries()) {
    const other = (b[index] ?? 0) - mb;
    ab += (value - ma) * other;
    aa += (value - ma) ** 2;
    bb += other ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** Brightness of a photo where it shows each place of a lattice in the middle of the leather, large shapes taken out. */
function marksOf({ pixels, project }: NosePhoto): number[] {
  const grey = (x: number, y: number): number => {
    const at = (Math.round(y - 0.5) * pixels.width + Math.round(x - 0.5)) * 3;
    return (pixels.rgb[at] ?? 0) + (pixels.rgb[at + 1] ?? 0) + (pixels.rgb[at + 2] ?? 0);
  };
  const marks: number[] = [];
  for (let v = -0.35; v < 0; v += 0.02) {
    for (let u = -0.4; u < 0.4; u += 0.02) {
      const [x, y] = project([u, v]);
      const around = [-6, 6].flatMap((step) => [grey(x + step, y), grey(x, y + step)]);
      marks.push(grey(x, y) - around.reduce((sum, value) => sum + value, 0) / 4);
    }
  }
  return marks;
}

describe('a drawn nose', () => {
  it('is the same map for the same seed and another for another seed or species', () => {
    const heights = (species: 'dog' | 'cat', seed: number) => [...drawLeatherMap(drawNoseIdentity(species, seed), 64).height];
    expect(heights('dog', 4)).toEqual(heights('dog', 4));
    expect(heights('dog', 4)).not.toEqual(heights('dog', 5));
    expect(heights('dog', 4)).not.toEqual(heights('cat', 4));
  });

  it('has leather in the middle, hair in the corners and two dark nostrils', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { identity, map } = noseOf(seed);
      const at = (u: number, v: number): number => Math.floor(((v + 1) / 2) * map.side) * map.side + Math.floor(((u + 1) / 2) * map.side);
      expect(map.rim[at(0, 0)]).toBeLessThan(0.5);
      expect(map.rim[at(-0.98, -0.98)]).toBeGreaterThan(1.1);
      for (const side of [-1, 1]) {
        const nostril = at(side * identity.nostrils.apart * 0.78, identity.nostrils.height * 0.78);
        expect(map.height[nostril]).toBe(0);
        expect(map.albedo[nostril * 3]).toBeLessThan(30);
      }
    }
  });
});

describe('a photo of a drawn nose', () => {
  it('has the same pixels for the same seeds and others for another photo', () => {
    expect(photograph(2, 0).pixels.rgb).toEqual(photograph(2, 0).pixels.rgb);
    expect(photograph(2, 0).pixels.rgb).not.toEqual(photograph(2, 1).pixels.rgb);
  });

  it.each(NOSE_RUNGS)('says where the leather and the nostrils are (%s)', (rung) => {
    for (let seed = 0; seed < 6; seed++) {
      const { leather, nostrils } = photograph(seed, 0, rung);
      const [x0, y0, x1, y1] = leather;
      expect(x1 - x0).toBeGreaterThan(SIDE * 0.3);
      expect(Math.min(x0, y0)).toBeGreaterThan(-SIDE * 0.1);
      expect(Math.max(x1, y1)).toBeLessThan(SIDE * 1.1);
      for (const [x, y] of nostrils) expect(x > x0 && x < x1 && y > y0 && y < y1).toBe(true);
      expect(nostrils[0][0]).toBeLessThan(nostrils[1][0]);
    }
  });

  it('shows the same marks at the same places of the leather as another photo of that nose, and other marks than another nose', () => {
    const seeds = [4, 5, 6, 7];
    const [first, second] = [0, 1].map((photo) => seeds.map((seed) => marksOf(photograph(seed, photo, 'easy', 320))));
    const alike = (shift: number): number =>
      seeds.reduce((sum, _, index) => sum + correlation(first?.[index] ?? [], second?.[(index + shift) % 4] ?? []), 0) / 4;
    // The light comes from elsewhere, so that the same beads are not equally bright.
    expect(alike(0)).toBeGreaterThan(0.25);
    for (const shift of [1, 2, 3]) expect(Math.abs(alike(shift))).toBeLessThan(0.06);
  });

  it('differs more from rung to rung', () => {
    const blur = (rung: NoseRung): number => {
      let sum = 0;
      for (let photo = 0; photo < 40; photo++) sum += drawNoseView(photo, rung, 320).film.blur;
      return sum / 40;
    };
    expect(blur('easy')).toBeLessThan(blur('middle'));
    expect(blur('middle')).toBeLessThan(blur('hard'));
  });
});
