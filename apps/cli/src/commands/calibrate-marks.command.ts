import { calibrateScores, type SplitScores } from '@snout/core/evaluation';
import type { Look, MarksCalibration, Modality } from '@snout/core/matching';
import { SPECIES, type Species } from '@snout/core/recognition';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, OpenComparer } from '../command-context.ts';
import { compareFolder, tooFew } from '../evaluation/compare-folder.ts';
import { type LabelledIndividual, readLabelledFolder } from '../evaluation/labelled-folder.ts';
import { scoreOf } from '../evaluation/look-at-photos.ts';
import { count } from '../evaluation/summary-rows.ts';
import { type CalibrationTarget, writeCalibration } from '../evaluation/write-calibration.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

export interface CalibrateMarksOptions extends CalibrationTarget {
  readonly modality: Exclude<Modality, 'face'>;
  readonly cropped?: boolean;
  readonly species?: Species;
  readonly note?: string;
  /** The animals are drawings: what is fitted never decides alone. */
  readonly drawn?: boolean;
  readonly pairs: number;
}

/** What is printed and written with --out: the calibrations that were fitted, by nose or by species. */
type Fitted = Partial<Record<Species | 'nose', MarksCalibration>>;

/** Fits P(same) and false match rates of agreeing marks to photos of known individuals. */
export async function calibrateMarks(context: CommandContext, folder: string, options: CalibrateMarksOptions): Promise<ExitCode> {
  const individuals = await readLabelledFolder(folder, options.species ?? null);
  if (options.modality === 'coat' && individuals.some(({ species }) => species === null)) {
    throw new UsageError('Coats are calibrated by species: give --species, or sort the folders below dog/ and cat/.');
  }
  await using open = await context.openComparer(options);
  const { model } = open.deps.markFinder;
  const sets =
    options.modality === 'nose' ? (['nose'] as const) : SPECIES.filter((species) => individuals.some((one) => one.species === species));
  const fitted: Fitted = {};
  let bad = 0;
  for (const set of sets) {
    const own = set === 'nose' ? individuals : individuals.filter(({ species }) => species === set);
    const { calibration, failures } = await fitSet(context, open, { folder, individuals: own, set, options });
    fitted[set] = calibration;
    bad += failures;
  }
  await writeCalibration(context, options, {
    fitted: { model: model.id, modality: options.modality, fitted },
    lines: describe(model.id, fitted),
    replace: async () => {
      const { nose = model.calibration.nose, ...coats } = fitted;
      const coat = { ...model.calibration.coat, ...coats };
      await context.saveMarksCalibration(options.models, model.id, { ...model.calibration, nose, coat });
      return `The calibration of ${model.id} in ${options.models} is replaced for: ${Object.keys(fitted).join(', ')}.`;
    },
  });
  return bad > 0 ? EXIT.badPhotos : EXIT.ok;
}

interface FitInput {
  readonly folder: string;
  readonly individuals: readonly LabelledIndividual[];
  readonly set: Species | 'nose';
  readonly options: CalibrateMarksOptions;
}

async function fitSet(
  context: CommandContext,
  open: OpenComparer,
  { folder, individuals, set, options }: FitInput,
): Promise<{ readonly calibration: MarksCalibration; readonly failures: number }> {
  const look: Look = { modality: options.modality, cropped: options.cropped === true, ...(set === 'nose' ? {} : { species: set }) };
  const compared = await compareFolder(context, open, { folder, individuals, look, most: options.pairs }, (a, b) =>
    scoreOf(a, b, { deps: open.deps, modality: options.modality }),
  );
  const split: SplitScores = { mated: Float32Array.from(compared.mated).sort(), nonMated: Float32Array.from(compared.nonMated).sort() };
  const { counts, failures } = compared;
  const result = calibrateScores(split, counts, options.note ?? `Photos of ${counts.individuals} individuals.`);
  if (result.kind === 'too-little-data') throw tooFew(set, result);
  return { calibration: { measuredOn: options.drawn === true ? 'drawn' : 'photos', ...result.calibration }, failures };
}

function describe(model: string, fitted: Fitted): string[] {
  return Object.entries(fitted).flatMap(([name, { slope, intercept, fmr, n, measuredOn }]) => [
    `${model}, ${name}: P(same) = 1 / (1 + exp(-(${slope.toFixed(3)} s ${intercept < 0 ? '-' : '+'} ${Math.abs(intercept).toFixed(3)})))`,
    `  ${count(n.individuals)} individuals${measuredOn === 'drawn' ? ', drawn' : ''}, ${count(n.photos)} photos, ${count(n.mated)} mated and ${count(n.nonMated)} non-mated comparisons`,
    ...fmr.map((point) => `  FMR ${point.fmr.toExponential(0)} at strength ${point.threshold.toFixed(4)}`),
  ]);
}
