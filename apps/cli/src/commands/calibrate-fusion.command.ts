import { fitFusion } from '@snout/core/evaluation';
import type { FusionCalibration } from '@snout/core/matching';
import { SPECIES, type Species } from '@snout/core/recognition';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, OpenComparer } from '../command-context.ts';
import { compareFolder, tooFew } from '../evaluation/compare-folder.ts';
import { readLabelledFolder } from '../evaluation/labelled-folder.ts';
import { faceAndCoat } from '../evaluation/look-at-photos.ts';
import { count } from '../evaluation/summary-rows.ts';
import { type CalibrationTarget, writeCalibration } from '../evaluation/write-calibration.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

export interface CalibrateFusionOptions extends CalibrationTarget {
  readonly modality: 'fused';
  readonly cropped?: boolean;
  readonly species?: Species;
  readonly note?: string;
  readonly pairs: number;
}

type Fitted = Partial<Record<Species, FusionCalibration>>;

/** Fits how much the coat counts beside the face, and P(same) and false match rates of both together, to photos of known individuals. */
export async function calibrateFusion(context: CommandContext, folder: string, options: CalibrateFusionOptions): Promise<ExitCode> {
  const individuals = await readLabelledFolder(folder, options.species ?? null);
  if (individuals.some(({ species }) => species === null)) {
    throw new UsageError('Face and coat are weighed by species: give --species, or sort the folders below dog/ and cat/.');
  }
  await using open = await context.openComparer(options);
  const { model } = open.deps.markFinder;
  const fitted: Fitted = {};
  let bad = 0;
  for (const species of SPECIES) {
    const own = individuals.filter((one) => one.species === species);
    if (own.length === 0) continue;
    const { calibration, failures } = await fitSpecies(context, open, { folder, individuals: own, species, options });
    fitted[species] = calibration;
    bad += failures;
  }
  await writeCalibration(context, options, {
    fitted: { model: model.id, modality: options.modality, fitted },
    lines: describe(model.id, fitted),
    replace: async () => {
      const fused = { ...model.calibration.fused, ...fitted };
      await context.saveMarksCalibration(options.models, model.id, { ...model.calibration, fused });
      return `How face and coat are weighed in ${options.models} is replaced for: ${Object.keys(fitted).join(', ')}.`;
    },
  });
  return bad > 0 ? EXIT.badPhotos : EXIT.ok;
}

interface FitInput {
  readonly folder: string;
  readonly individuals: Awaited<ReturnType<typeof readLabelledFolder>>;
  readonly species: Species;
  readonly options: CalibrateFusionOptions;
}

async function fitSpecies(
  context: CommandContext,
  open: OpenComparer,
  { folder, individuals, species, options }: FitInput,
): Promise<{ readonly calibration: FusionCalibration; readonly failures: number }> {
  const { recogniser, markFinder } = open.deps;
  const look = { modality: 'face', withMarks: true, cropped: options.cropped === true, species } as const;
  const { mated, nonMated, counts, failures } = await compareFolder(
    context,
    open,
    { folder, individuals, look, most: options.pairs },
    (a, b) => faceAndCoat(a, b, open.deps),
  );
  const { slope, intercept } = markFinder.model.calibration.coat[species];
  const result = fitFusion(
    { mated, nonMated },
    {
      embedder: recogniser.models.embedder,
      coat: { slope, intercept },
      counts,
      data: options.note ?? `Photos of ${counts.individuals} individuals.`,
    },
  );
  if (result.kind === 'too-little-data') throw tooFew(`${species}, face and coat`, result);
  return { calibration: result.calibration, failures };
}

function describe(model: string, fitted: Fitted): string[] {
  return Object.entries(fitted).flatMap(([species, { embedder, weight, slope, fmr, n }]) => [
    `${embedder} and ${model}, ${species}: odds of 10 : 1 by the coat count as ${(10 ** (weight * slope)).toFixed(1)} : 1 beside the face${weight === 0 ? ' (the face alone did best)' : ''}`,
    `  ${count(n.individuals)} individuals, ${count(n.photos)} photos, ${count(n.mated)} mated and ${count(n.nonMated)} non-mated comparisons`,
    ...fmr.map((point) => `  FMR ${point.fmr.toExponential(0)} at score ${point.threshold.toFixed(4)}`),
  ]);
}
