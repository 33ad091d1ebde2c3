import { describe, expect, it } from 'vitest';
import { drawNoseIdentity } from './nose-identity.ts';
import { placeNose } from './nose-surface.ts';
import { drawNoseView, NOSE_RUNGS } from './nose-view.ts';

describe('the surface of a drawn nose', () => {
  it.each(NOSE_RUNGS)('finds for a pixel the place that is projected onto that pixel (%s)', (rung) => {
    for (let seed = 0; seed < 10; seed++) {
      const surface = placeNose(drawNoseIdentity('dog', seed), drawNoseView(seed, rung, 320), 320);
      for (const place of [
        [0, 0],
        [0.3, -0.2],
        [-0.35, 0.25],
        [0.1, 0.4],
      ] as const) {
        const [x, y] = surface.project(place);
        const found = surface.at(x, y).place;
        expect(Math.hypot(found[0] - place[0], found[1] - place[1])).toBeLessThan(0.012);
      }
    }
  });
});
