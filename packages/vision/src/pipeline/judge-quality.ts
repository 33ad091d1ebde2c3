import { type Box, QUALITY_REASONS, type Quality, type QualityReason } from '@snout/core/recognition';
import { QUALITY_FACTORS, type QualityManifest } from '../model/model-manifest.ts';

export type QualityFactors = Readonly<Record<(typeof QUALITY_FACTORS)[number], number>>;
type Curve = QualityManifest['score']['utility'];
type Rule = QualityManifest['reasons'][number];

/** One row of the quality model's output by name. */
export function readFactors(row: ArrayLike<number>): QualityFactors {
  const at = (factor: (typeof QUALITY_FACTORS)[number]) => row[QUALITY_FACTORS.indexOf(factor)] ?? 0;
  return {
    utility: at('utility'),
    sharpness: at('sharpness'),
    light: at('light'),
    visibility: at('visibility'),
    glare: at('glare'),
  };
}

/** Longer side of a head's box: the head size that rules and curves speak of. */
export function headSide([x0, y0, x1, y1]: Box): number {
  return Math.max(x1 - x0, y1 - y0);
}

/** What the detector tells about a head beside the quality model's factors. */
export interface HeadView {
  /** In pixels of the photo, not of the working image: a person can count them. */
  readonly headSide: number;
  /** See frontality.ts; null: not known, and nothing is said about it. */
  readonly frontality: number | null;
}

/**
 * Score and advice for one head.
 * The score never falls when utility or size rises. Reasons: worst defect first, measured as the share of the threshold missed.
 */
export function judgeQuality(
  factors: QualityFactors,
  view: HeadView,
  { id, score, reasons }: Pick<QualityManifest, 'id' | 'score' | 'reasons'>,
): Quality {
  const value = 100 * interpolate(score.utility, factors.utility) * interpolate(score.headSide, view.headSide);
  return { score: Math.round(value * 10) / 10, reasons: findReasons(reasons, { ...factors, ...view }), model: id };
}

/** Piecewise linear through the points, level beyond both ends. */
export function interpolate(points: Curve, x: number): number {
  const next = points.findIndex((point) => x < point[0]);
  const after = points[next];
  const before = points[(next < 0 ? points.length : next) - 1];
  if (after === undefined) return before?.[1] ?? 0;
  if (before === undefined) return after[1];
  return before[1] + ((after[1] - before[1]) * (x - before[0])) / (after[0] - before[0]);
}

function findReasons(rules: readonly Rule[], values: QualityFactors & HeadView): readonly QualityReason[] {
  const worst = new Map<QualityReason, number>();
  for (const rule of rules) {
    const defect = ruleDefect(rule, values[rule.factor]);
    if (defect > 0) worst.set(rule.reason, Math.max(defect, worst.get(rule.reason) ?? 0));
  }
  return QUALITY_REASONS.filter((reason) => worst.has(reason)).toSorted((a, b) => (worst.get(b) ?? 0) - (worst.get(a) ?? 0));
}

/** 0: no defect; 1: as far beyond the threshold as possible (a factor ends at 0 and 1). */
function ruleDefect({ below, above }: Rule, value: number | null): number {
  if (value === null) return 0;
  if (below !== undefined && value < below) return (below - value) / Math.max(below, 1e-6);
  if (above !== undefined && value > above) return (value - above) / Math.max(1 - above, 1e-6);
  return 0;
}
