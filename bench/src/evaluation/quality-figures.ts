import type { FigureRow } from './figure-row.ts';
import { percent } from './figure-row.ts';
import type { PublishedEvaluation } from './published.ts';

/** Shares of the worst photos turned away, as the target has them. */
const SHARES = [0, 0.1, 0.2, 0.3];

/** Error versus reject: the errors must fall with every share of the worst photos that quality turns away. */
export function qualityFigures(set: string, { sections }: PublishedEvaluation): readonly FigureRow[] {
  return sections.flatMap(({ result }) => {
    if (result.kind !== 'evaluated') return [];
    const points = SHARES.flatMap((share) => result.evaluation.errorVersusReject.find(({ rejected }) => rejected === share) ?? []);
    return (['fnmr', 'eer'] as const).map((rate): FigureRow => {
      const values = points.map((point) => point[rate]);
      return {
        figure: rate === 'fnmr' ? `FNMR at the threshold of FMR 1 %, ${set}` : `EER, ${set}`,
        value: values.map(percent).join(' → '),
        bounds: '',
        target: 'falls steadily',
        met: values.every((value, index) => index === 0 || value < (values[index - 1] ?? 0)),
        on: `the worst ${points.map(({ rejected }) => `${Math.round(rejected * 100)}`).join(', ')} % of the photos turned away`,
      };
    });
  });
}
