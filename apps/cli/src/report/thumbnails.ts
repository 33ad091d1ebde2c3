import { join } from 'node:path';
import type { Box } from '@snout/core/recognition';
import sharp from 'sharp';
import type { EvaluationReport } from '../evaluation/evaluation-report.ts';

/** Side of a thumbnail in pixels: two fit beside each other on a phone, sharp on a dense screen. */
const SIDE = 220;
/** Space around the head, as a share of the longer side of its box. */
const MARGIN = 0.2;
const JPEG_QUALITY = 78;

/** Pictures of the photos in the lists of worst confusions, as data addresses, by the photo's name. They carry no metadata. */
export async function loadThumbnails(
  folder: string,
  report: EvaluationReport,
  boxes: ReadonlyMap<string, Box>,
): Promise<ReadonlyMap<string, string>> {
  const confusions = report.sections.flatMap(({ result }) =>
    result.kind === 'evaluated' ? [...result.evaluation.worst.nonMated, ...result.evaluation.worst.mated] : [],
  );
  const names = new Set(confusions.flatMap(({ a, b }) => [a.name, b.name]));
  const thumbnails = new Map<string, string>();
  for (const name of names) {
    const box = boxes.get(name);
    if (box === undefined) continue;
    const jpeg = await cutHead(join(folder, name), box);
    thumbnails.set(name, `data:image/jpeg;base64,${jpeg.toString('base64')}`);
  }
  return thumbnails;
}

/** A square around the head; the part outside the photo stays empty. */
async function cutHead(file: string, [x0, y0, x1, y1]: Box): Promise<Buffer> {
  const upright = await sharp(file, { failOn: 'none', autoOrient: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true });
  const side = Math.max(x1 - x0, y1 - y0) * (1 + 2 * MARGIN);
  const left = clamp(Math.round((x0 + x1 - side) / 2), upright.info.width - 1);
  const top = clamp(Math.round((y0 + y1 - side) / 2), upright.info.height - 1);
  const width = Math.max(1, Math.min(Math.round(side), upright.info.width - left));
  const height = Math.max(1, Math.min(Math.round(side), upright.info.height - top));
  return sharp(upright.data)
    .extract({ left, top, width, height })
    .resize({ width: SIDE, height: SIDE, fit: 'contain', background: '#808080' })
    .flatten({ background: '#808080' })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}

function clamp(value: number, high: number): number {
  return Math.min(Math.max(value, 0), high);
}
