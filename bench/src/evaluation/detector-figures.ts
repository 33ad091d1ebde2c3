import { count, type FigureRow, figureRow } from './figure-row.ts';
import type { PublishedDetection } from './published.ts';

export function detectorFigures({
  counts,
  smallest,
  recall,
  falseHeads,
  species,
  landmarkError,
}: PublishedDetection): readonly FigureRow[] {
  const { photos, heads, hits, landmarks, landmarksFound } = counts;
  return [
    figureRow({
      figure: `Recall at IoU 0.5, heads ≥ ${smallest} px`,
      estimate: recall,
      target: { least: 0.95 },
      on: `${count(hits)} of ${count(heads)} heads in ${count(photos)} photos`,
    }),
    figureRow({
      figure: 'False heads per photo',
      estimate: falseHeads,
      target: { most: 0.05 },
      write: (value) => `${Number(value.toFixed(3))}`,
      on: `${count(counts.falseHeads)} in ${count(photos)} photos`,
    }),
    figureRow({
      figure: 'Right species among the heads found',
      estimate: species,
      target: { least: 0.98 },
      on: `${count(counts.rightSpecies)} of ${count(hits)} heads`,
    }),
    figureRow({
      figure: "Landmark error, median, of the box's longer side",
      estimate: landmarkError,
      target: { most: 0.06 },
      on: `${count(landmarksFound)} of ${count(landmarks)} eyes and noses that a person sees are found`,
    }),
  ];
}
