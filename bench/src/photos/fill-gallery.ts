import {
  type Gallery,
  type PetId,
  type PhotoId,
  type Species,
  TEMPLATE_DIMENSIONS,
  type TemplateMaker,
  toUnitVector,
  type UnitVector,
} from '@snout/core/recognition';

export interface FillOptions {
  readonly pets: number;
  readonly photosEach: number;
  readonly species: Species;
  readonly maker: TemplateMaker;
}

/** Enrols made-up animals, the same ones every time; gives back their vectors. */
export async function fillGallery(gallery: Gallery, { pets, photosEach, species, maker }: FillOptions): Promise<readonly UnitVector[]> {
  const random = createRandom(1);
  const vectors: UnitVector[] = [];
  for (let pet = 0; pet < pets; pet++) {
    const petId = `pet-${String(pet).padStart(6, '0')}` as PetId;
    const photos = Array.from({ length: photosEach }, (_, photo) => {
      const vector = randomDirection(random);
      vectors.push(vector);
      const id = `${petId}-${photo}` as PhotoId;
      return {
        id,
        petId,
        sha256: id,
        blobKey: `${id}.jpg`,
        width: 1280,
        height: 960,
        takenAt: null,
        box: [100, 100, 500, 500] as const,
        landmarks: { leftEye: null, rightEye: null, nose: null },
        headScore: 0.9,
        trace: null,
        quality: { score: 80, reasons: [], model: 'made-up' },
        template: { vector, ...maker },
      };
    });
    await gallery.addPet({ id: petId, name: `Pet ${pet}`, species, enrolledAt: '2026-01-01T00:00:00.000Z' }, photos);
  }
  return vectors;
}

function randomDirection(random: () => number): UnitVector {
  // The sum of four uniform numbers is as good as normal here (Irwin-Hall).
  const values = Array.from({ length: TEMPLATE_DIMENSIONS }, () => random() + random() + random() + random() - 2);
  const length = Math.hypot(...values);
  return toUnitVector(values.map((value) => value / length));
}

/** Mulberry32 (Tommy Ettinger, public domain). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
