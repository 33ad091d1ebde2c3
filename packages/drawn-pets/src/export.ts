import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DECOYS, type Decoy } from './decoy.ts';
import { createRandom } from './random.ts';
import { renderPhoto } from './render-photo.ts';
import { drawScene, type Scene } from './scene.ts';

/** A photo's entry of heads.json: the format of the labelled photos. */
interface LabelledPhoto {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly heads: readonly Record<string, unknown>[];
}

const round = (values: readonly number[] | null): number[] | null => values?.map((value) => Math.round(value * 10) / 10) ?? null;

function label(file: string, scene: Scene): LabelledPhoto {
  return {
    file,
    width: scene.width,
    height: scene.height,
    heads: scene.heads.map((head) => ({
      species: head.species,
      box: round(head.box),
      leftEye: round(head.leftEye),
      rightEye: round(head.rightEye),
      nose: round(head.nose),
      view: head.view,
    })),
  };
}

/** The scene of one index of an export: none, one or several animals, sometimes decoys. */
function sceneOf(seed: string, index: number, size: number): { scene: Scene; quality: number } {
  const random = createRandom(`export/${seed}/${index}`);
  const aspect = random.pick([1, 4 / 3, 3 / 4, 3 / 2, 2 / 3, 1.25]);
  const [width, height] = aspect >= 1 ? [size, Math.round(size / aspect)] : [Math.round(size * aspect), size];
  const negative = random.chance(0.1);
  const count = negative ? 0 : random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3]);
  const pets = Array.from({ length: count }, (_, animal) => `${seed}/${index}/${animal}`);
  const decoys: Decoy[] = [];
  for (let left = negative ? random.pick([0, 1, 1, 2, 3]) : random.chance(0.25) ? 1 : 0; left > 0; left--) decoys.push(random.pick(DECOYS));
  return { scene: drawScene({ pets, photoSeed: `${seed}/${index}`, width, height, decoys }), quality: Math.round(random.between(45, 95)) };
}

/** Replaces the labels in one step, so that a reader of a running export finds a whole file. */
async function publish(out: string, labels: readonly LabelledPhoto[]): Promise<void> {
  await writeFile(join(out, 'heads.json.new'), JSON.stringify(labels));
  await rename(join(out, 'heads.json.new'), join(out, 'heads.json'));
  process.stderr.write(`${labels.length} photos\n`);
}

async function exportScenes(out: string, options: { count: number; seed: string; size: number }): Promise<void> {
  const labels: LabelledPhoto[] = [];
  for (let index = 0; index < options.count; index++) {
    const { scene, quality } = sceneOf(options.seed, index, options.size);
    const file = `drawn-${String(index).padStart(5, '0')}.jpg`;
    await writeFile(join(out, file), await renderPhoto(scene, { format: 'jpeg', quality }));
    labels.push(label(file, scene));
    if (index % 100 === 99 || index === options.count - 1) await publish(out, labels);
  }
}

async function exportIndividuals(out: string, options: { individuals: number; photos: number; seed: string; size: number }): Promise<void> {
  const { individuals, photos, seed, size } = options;
  for (let pet = 0; pet < individuals; pet++) {
    const folder = join(out, `pet-${String(pet).padStart(4, '0')}`);
    await mkdir(folder, { recursive: true });
    const labels: LabelledPhoto[] = [];
    for (let photo = 0; photo < photos; photo++) {
      const random = createRandom(`portrait/${seed}/${pet}/${photo}`);
      const scene = drawScene({
        pets: [`${seed}/${pet}`],
        photoSeed: `${seed}/${pet}/${photo}`,
        width: size,
        height: size,
        headSize: size * random.between(0.3, 0.65),
        view: random.pick(['frontal', 'frontal', 'three-quarter']),
      });
      const file = `${photo}.jpg`;
      await writeFile(join(folder, file), await renderPhoto(scene, { format: 'jpeg', quality: Math.round(random.between(70, 95)) }));
      labels.push(label(file, scene));
    }
    await writeFile(join(folder, 'heads.json'), JSON.stringify(labels));
  }
}

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '512' },
    individuals: { type: 'string' },
    photos: { type: 'string', default: '5' },
  },
});
if (values.out === undefined) {
  process.stderr.write('Usage: export.ts --out DIR [--count N | --individuals K --photos M] [--seed S] [--size 512]\n');
  process.exitCode = 2;
} else {
  await mkdir(values.out, { recursive: true });
  const shared = { seed: values.seed, size: Number(values.size) };
  if (values.individuals === undefined) await exportScenes(values.out, { ...shared, count: Number(values.count) });
  else await exportIndividuals(values.out, { ...shared, individuals: Number(values.individuals), photos: Number(values.photos) });
}
