import { basename } from 'node:path';
import type { LabelledPhoto } from '@snout/core/evaluation';
import type { AnalysedHead, PhotoAnalysis, Species } from '@snout/core/recognition';
import type { NodeRecogniser } from '@snout/vision/node';
import { analyseFiles } from './analyse-files.ts';
import type { Individual } from './individuals.ts';

export type { Individual } from './individuals.ts';

export interface Templates {
  /** One per photo in which a head was found. */
  readonly photos: readonly LabelledPhoto[];
  /** Photos without a head. */
  readonly withoutHead: number;
}

/** Photos to templates through the product's recogniser; `cropped`: each photo is a head crop already. */
export async function acquireTemplates(
  recogniser: NodeRecogniser,
  individuals: readonly Individual[],
  options: { readonly species: Species; readonly cropped: boolean },
): Promise<Templates> {
  const offered = individuals.flatMap(({ individual, files }) => files.map((file) => ({ individual, file })));
  const analyses = await analyseFiles(
    recogniser,
    offered.map(({ file }) => file),
    options,
  );
  const photos = offered.flatMap(({ individual, file }, index) => {
    const head = largestSureHead(analyses[index]);
    if (head === null) return [];
    return [{ individual, name: `${individual}/${basename(file)}`, vector: head.template.vector, quality: head.quality.score }];
  });
  return { photos, withoutHead: offered.length - photos.length };
}

/** By score times longer side, as `snout evaluate` takes them. */
function largestSureHead(photo: PhotoAnalysis | undefined): AnalysedHead | null {
  const weight = ({ score, box: [x0, y0, x1, y1] }: AnalysedHead) => score * Math.max(x1 - x0, y1 - y0);
  return photo?.heads.toSorted((a, b) => weight(b) - weight(a))[0] ?? null;
}
