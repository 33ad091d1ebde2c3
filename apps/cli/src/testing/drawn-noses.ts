import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawLeatherMap, drawNoseIdentity, drawNoseView, photographNose } from '@snout/drawn-pets';
import { encodePixels } from '@snout/drawn-pets/node';

const SIDE = 320;

/** Writes FOLDER/nose-<name>/<photo>.jpg, easy photos of a drawn nose, and gives their paths. */
export async function drawNose(folder: string, name: string, photos: number): Promise<string[]> {
  const identity = drawNoseIdentity('dog', `cli-test/${name}`);
  const map = drawLeatherMap(identity, 384);
  const below = join(folder, `nose-${name}`);
  await mkdir(below, { recursive: true });
  const paths: string[] = [];
  for (let photo = 0; photo < photos; photo++) {
    const { pixels } = photographNose(identity, map, drawNoseView(`cli-test/${name}/${photo}`, 'easy', SIDE), SIDE);
    const path = join(below, `${photo}.jpg`);
    await writeFile(path, await encodePixels(pixels, { format: 'jpeg', quality: 92 }));
    paths.push(path);
  }
  return paths;
}
