import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import sharp from 'sharp';
import { measurePhotoSignals, type PhotoSignalFigures, type SignalPhoto } from './photo-signals/measure-photo-signals.ts';
import { findDataRoot } from './real-photos/index.ts';

/** Shorter photos say nothing about a screen's grid, px. */
const LEAST_SIDE = 256;
const DOCUMENT = resolve(import.meta.dirname, '../../docs/photo-signals.md');

const root = findDataRoot(['campus-cats']);
if (root === null) {
  process.stderr.write(
    'Usage: SNOUT_DATA_ROOT=<folder of photos> node bench/src/run-photo-signals.ts [photos]\nWrites docs/photo-signals.md.\n',
  );
  process.exitCode = 2;
} else await main(join(root, 'campus-cats'), Number(process.argv[2] ?? 200));

async function main(folder: string, most: number): Promise<void> {
  const random = seeded(20_260);
  const paths = globSync('**/*.jpg', { cwd: folder }).sort();
  const photos: SignalPhoto[] = [];
  for (const path of paths.map((one) => ({ one, place: random() })).sort((a, b) => a.place - b.place)) {
    const full = join(folder, path.one);
    const { width, height } = await sharp(full).metadata();
    if (Math.min(width, height) >= LEAST_SIDE) photos.push({ path: full, individual: basename(dirname(full)) });
    if (photos.length === most) break;
  }
  const text = toMarkdown(await measurePhotoSignals(photos, random));
  await writeFile(DOCUMENT, text);
  console.log(text);
}

/** The same photos and attacks every time (numbers of Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function toMarkdown(figures: PhotoSignalFigures): string {
  const { photos, copiesFound, sameIndividual, others, screenAlarms, screensMissed, millisecondsPerPhoto } = figures;
  const share = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} % (${count} of ${of})`;
  const rows = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([name, count]) => `| ${name} | ${share(count, photos)} |`);
  return `# Signals of photos: copies and screens

Written by \`bench/src/run-photo-signals.ts\` on ${photos} real photos of cats (campus-cats), with the thresholds of
\`packages/core/src/recognition/photo-copies.ts\`. Both are signals for a person: neither refuses anything by itself.
${millisecondsPerPhoto.toFixed(1)} ms of processor time a photo for both.

## Photos used before

A 64-bit perceptual hash finds copies of a photo. Copies found, by what was done to the photo:

| change | found |
|---|---|
${rows(copiesFound).join('\n')}

Different photos wrongly held for copies: of the same cat ${share(sameIndividual.alarms, sameIndividual.pairs)} of pairs (the burst
photos of one moment are among them), of different cats ${share(others.alarms, others.pairs)} of pairs.

## Photos of a screen

The attacks are **simulated** (\`packages/vision/src/trace/rephotograph-screen.ts\`: stripes of red, green and blue, turned and in
perspective, with reflections, blur and JPEG): no real screen was photographed, and real ones will differ. In the words of
ISO/IEC 30107-3, at the threshold in use:

- BPCER (real photos held for photos of a screen): ${share(screenAlarms, photos)}
- APCER (photos of a screen held for real), by kind of attack:

| simulated attack | APCER |
|---|---|
${rows(screensMissed).join('\n')}

The weights of the signal were fitted on simulated attacks of the same kind on other draws of these and similar photos: expect worse on others.
Regular patterns (fences, blinds, woven cloth) are what sets it off wrongly. Prints, and screens so fine or so far away that the camera
sees no grid, pass.
`;
}
