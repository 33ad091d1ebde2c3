import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DrawnSpecies } from '../pet-identity.ts';
import { encodeGrey, encodePixels } from '../render-photo.ts';
import { drawLeatherMap, type LeatherMap } from './leather-map.ts';
import { drawNoseIdentity, type NoseIdentity } from './nose-identity.ts';
import { photographNose } from './nose-photo.ts';
import { drawNoseView, NOSE_RUNGS } from './nose-view.ts';

/** Every third nose is a cat's. */
const speciesOf = (index: number): DrawnSpecies => (index % 3 === 2 ? 'cat' : 'dog');

/** Step of the height picture at the bottom of a groove; hair is 0, so that the leather's outline survives a JPEG. */
const FLOOR = 40;

const bytes = (values: Float32Array, valueAt: (value: number, index: number) => number): Uint8Array =>
  Uint8Array.from(values, (value, index) => Math.max(0, Math.min(255, Math.round(valueAt(value, index)))));

/** Canonical map of a nose: colours as `<name>.colour.png`; height as `<name>.height.png`, 0 for hair, else 40 + 215 · height. */
async function writeMap(out: string, name: string, map: LeatherMap): Promise<void> {
  const size = { width: map.side, height: map.side };
  const colour = bytes(map.albedo, (value) => value);
  const height = bytes(map.height, (value, index) => ((map.rim[index] ?? 2) > 1 ? 0 : FLOOR + (255 - FLOOR) * value));
  await writeFile(join(out, `${name}.colour.png`), await encodePixels({ ...size, rgb: colour }, { format: 'png' }));
  await writeFile(join(out, `${name}.height.png`), await encodeGrey(height, size));
}

async function writePhotos(
  folder: string,
  nose: { identity: NoseIdentity; map: LeatherMap },
  job: { photos: number; side: number },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const labels: Record<string, unknown>[] = [];
  for (const rung of NOSE_RUNGS) {
    for (let index = 0; index < job.photos; index++) {
      const view = drawNoseView(`${nose.identity.seed}/${index}`, rung, job.side);
      const { pixels, leather, nostrils } = photographNose(nose.identity, nose.map, view, job.side);
      const file = `${rung}-${index}.jpg`;
      await writeFile(join(folder, file), await encodePixels(pixels, { format: 'jpeg', quality: view.jpeg }));
      labels.push({ file, rung, species: nose.identity.species, leather, nostrils });
    }
  }
  await writeFile(join(folder, 'nose.json'), JSON.stringify(labels));
}

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    noses: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    side: { type: 'string', default: '320' },
    photos: { type: 'string' },
  },
});
if (values.out === undefined) {
  process.stderr.write(
    'Usage: export-noses.ts --out DIR [--noses N] [--seed S] [--side 320] [--photos P]\n' +
      'Without --photos: canonical maps, for training. With it: P photos of each nose at each rung, a folder a nose, for evaluation.\n',
  );
  process.exitCode = 2;
} else {
  await mkdir(values.out, { recursive: true });
  const side = Number(values.side);
  for (let index = 0; index < Number(values.noses); index++) {
    const identity = drawNoseIdentity(speciesOf(index), `${values.seed}/${index}`);
    const name = `nose-${String(index).padStart(4, '0')}`;
    if (values.photos === undefined) await writeMap(values.out, name, drawLeatherMap(identity, side));
    // A map finer than the photo, so that the camera is what limits it.
    else
      await writePhotos(join(values.out, name), { identity, map: drawLeatherMap(identity, 448) }, { photos: Number(values.photos), side });
  }
}
