import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renderDemoPhoto } from '@snout/drawn-pets/node';

/** Longer side in pixels; the head is some 300 wide. */
const SIZE = 512;

/** Writes photos of a drawn dog, one per seed of the list, and gives their paths. The same seeds give the same photos. */
export async function drawPhotos(folder: string, dog: number, photoSeeds: readonly number[]): Promise<string[]> {
  const paths: string[] = [];
  for (const photoSeed of photoSeeds) {
    const path = join(folder, `dog-${dog}`, `${photoSeed}.jpg`);
    const { bytes } = await renderDemoPhoto('portrait', { seed: dog, species: 'dog' }, { photoSeed, size: SIZE });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    paths.push(path);
  }
  return paths;
}
