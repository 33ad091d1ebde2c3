import { join } from 'node:path';
import type { Box } from '@snout/core/recognition';
import type { EvaluationReport } from '../evaluation/evaluation-report.ts';
import { cutHead, toDataAddress } from './pictures.ts';

/** Side of a thumbnail in pixels: two fit beside each other on a phone, sharp on a dense screen. */
const SIDE = 220;

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
    if (box !== undefined) thumbnails.set(name, toDataAddress(await cutHead(join(folder, name), box, SIDE)));
  }
  return thumbnails;
}
