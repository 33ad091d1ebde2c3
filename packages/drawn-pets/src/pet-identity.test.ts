import { describe, expect, it } from 'vitest';
import { toHex } from './colour.ts';
import { drawPet } from './pet-identity.ts';

describe('an identity', () => {
  it('is the same for the same seed', () => {
    expect(drawPet('rex')).toEqual(drawPet('rex'));
  });

  it('keeps the species that was asked for', () => {
    expect(drawPet(1, 'cat').species).toBe('cat');
    expect(drawPet(1, 'dog').species).toBe('dog');
  });

  it('is visibly another animal for another seed', () => {
    const traits = Array.from({ length: 300 }, (_, seed) => {
      const pet = drawPet(seed);
      const { coat, ears, eyes, muzzle } = pet;
      return [
        pet.species,
        coat.pattern,
        toHex(coat.base),
        ears.carriage,
        ears.length.toFixed(1),
        toHex(eyes.colours[0]),
        muzzle.length.toFixed(1),
      ].join();
    });
    expect(new Set(traits).size).toBe(300);
  });

  it('draws both species and every carriage of ears', () => {
    const pets = Array.from({ length: 200 }, (_, seed) => drawPet(seed));
    const share = pets.filter((pet) => pet.species === 'dog').length / pets.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    expect(new Set(pets.map((pet) => pet.ears.carriage))).toEqual(new Set(['upright', 'folded', 'floppy', 'semi']));
  });
});
