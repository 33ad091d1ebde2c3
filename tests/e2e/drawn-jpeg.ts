import { type DrawnSpecies, drawScene } from '@snout/drawn-pets';
import { renderPhoto } from '@snout/drawn-pets/node';

/** Pixels; the head is nearly half as wide. */
const SIDE = 512;

/** A drawn photo of one animal: `pet` is who it is, `photo` tells photos of it apart. */
export async function drawnJpeg(pet: string, species: DrawnSpecies, photo: number): Promise<File> {
  const scene = drawScene({
    width: SIDE,
    height: SIDE,
    pets: [{ seed: pet, species }],
    photoSeed: `${pet} ${photo}`,
    view: 'frontal',
    candid: false,
    headSize: 0.45 * SIDE,
  });
  const bytes = new Uint8Array(await renderPhoto(scene, { format: 'jpeg', quality: 92 }));
  return new File([bytes], `${pet}-${photo}.jpg`, { type: 'image/jpeg' });
}
