import { type DrawnSpecies, drawScene, type SceneHead } from '@snout/drawn-pets';
import { renderPhoto } from '@snout/drawn-pets/node';
import { SIDE, type TestHead, withHeads } from '../api/test-photo.ts';

/** Side of the drawing in pixels: drawing takes seconds, and the picture is enlarged afterwards. */
const DRAWN_SIDE = 320;

interface DrawnPhoto {
  /** Animals in the photo; the name is the seed of the drawing and the identity that the fake recogniser sees. */
  readonly pets: readonly { readonly name: string; readonly species: DrawnSpecies }[];
  /** Another number, another photo of the same animals. */
  readonly photo: number;
  readonly quality?: number;
}

/** A drawn photo that the fake recogniser of the tests reads: its heads lie where they were drawn. */
export async function drawnPhoto({ pets, photo, quality = 80 }: DrawnPhoto): Promise<Uint8Array<ArrayBuffer>> {
  const scene = drawScene({
    width: DRAWN_SIDE,
    height: DRAWN_SIDE,
    pets: pets.map(({ name, species }) => ({ seed: name, species })),
    photoSeed: photo,
    candid: false,
    headSize: (DRAWN_SIDE * 0.45) / Math.sqrt(pets.length),
  });
  const heads = scene.heads.map((head) => testHead(head, photo, quality));
  return withHeads(await renderPhoto(scene, { format: 'png' }), heads);
}

function testHead(head: SceneHead, view: number, quality: number): TestHead {
  const scale = SIDE / DRAWN_SIDE;
  const point = (at: SceneHead['nose']): SceneHead['nose'] => at && [at[0] * scale, at[1] * scale];
  const [x0, y0, x1, y1] = head.box;
  return {
    animal: head.petSeed,
    species: head.species,
    view,
    quality,
    box: [x0 * scale, y0 * scale, x1 * scale, y1 * scale],
    landmarks: { leftEye: point(head.leftEye), rightEye: point(head.rightEye), nose: point(head.nose) },
  };
}
