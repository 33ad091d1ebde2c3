import { join } from 'node:path';
import { calibrate as fitCalibration } from '@snout/core/evaluation';
import type { Calibration, Species, SpeciesCalibration } from '@snout/core/recognition';
import { UsageError } from '../cli-error.ts';
import type { CommandContext } from '../command-context.ts';
import { type AcquiredPhoto, type AcquiredSet, acquirePhotos } from '../evaluation/acquire-photos.ts';
import { readLabelledFolder } from '../evaluation/labelled-folder.ts';
import { count } from '../evaluation/summary-rows.ts';
import { type CalibrationTarget, writeCalibration } from '../evaluation/write-calibration.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { noteBadPhoto } from '../photo-files.ts';

export interface CalibrateOptions extends CalibrationTarget {
  readonly cropped?: boolean;
  readonly species?: Species;
  /** Names the photos in the calibration. */
  readonly note?: string;
}

/** What is written with --out and printed: the species that were calibrated, for the embedder that made the templates. */
interface FittedCalibration {
  readonly model: string;
  readonly species: Partial<Record<Species, SpeciesCalibration>>;
}

export async function calibrate(context: CommandContext, folder: string, options: CalibrateOptions): Promise<ExitCode> {
  const { terminal } = context;
  const individuals = await readLabelledFolder(folder, options.species ?? null);
  if (options.cropped && individuals.some(({ species }) => species === null)) {
    throw new UsageError('Head crops do not show their species reliably: give --species, or sort the folders below dog/ and cat/.');
  }
  const { sets, current } = await acquire(context, { folder, individuals }, options);
  for (const { failures } of sets) for (const { name, message } of failures) noteBadPhoto(terminal, join(folder, name), message);
  context.stopAtOnce();
  const fitted: FittedCalibration = {
    model: current.model,
    species: fitSpecies(sets, options.note ?? `Photos of ${individuals.length} individuals.`),
  };
  await writeCalibration(context, options, {
    fitted,
    lines: describe(fitted),
    replace: async () => {
      await context.saveCalibration(options.models, { model: current.model, species: { ...current.species, ...fitted.species } });
      return `The calibration of ${current.model} in ${options.models} is replaced for: ${Object.keys(fitted.species).join(', ')}.`;
    },
  });
  return sets.some(({ failures }) => failures.some(({ why }) => why === 'unreadable')) ? EXIT.badPhotos : EXIT.ok;
}

async function acquire(
  context: CommandContext,
  input: { readonly folder: string; readonly individuals: Awaited<ReturnType<typeof readLabelledFolder>> },
  options: CalibrateOptions,
): Promise<{ readonly sets: readonly AcquiredSet[]; readonly current: Calibration }> {
  await using open = await context.openRecogniser(options);
  const sets = await acquirePhotos(open, context.terminal, { ...input, cropped: options.cropped === true, signal: context.signal });
  return { sets, current: open.recogniser.models.calibration };
}

function fitSpecies(sets: readonly AcquiredSet[], data: string): Partial<Record<Species, SpeciesCalibration>> {
  const fitted: Partial<Record<Species, SpeciesCalibration>> = {};
  for (const species of ['dog', 'cat'] as const) {
    const photos = sets.flatMap((set) =>
      set.species === null ? ofMajority(set.photos, species) : set.species === species ? set.photos : [],
    );
    if (photos.length === 0) continue;
    const result = fitCalibration(photos, data);
    if (result.kind === 'too-little-data') {
      throw new UsageError(
        `Too few photos of ${species}s to calibrate on: ${count(result.mated)} mated and ${count(result.nonMated)} non-mated comparisons.`,
      );
    }
    fitted[species] = result.calibration;
  }
  return fitted;
}

/** Photos of the individuals that the detector takes for this species in most photos. */
function ofMajority(photos: readonly AcquiredPhoto[], species: Species): readonly AcquiredPhoto[] {
  const groups = Map.groupBy(photos, ({ individual }) => individual);
  return [...groups.values()].filter((group) => isMajority(group, species)).flat();
}

/** A draw counts as dog, so that nobody is in both. */
function isMajority(photos: readonly AcquiredPhoto[], species: Species): boolean {
  const dogs = photos.filter((photo) => photo.species === 'dog').length;
  return (dogs * 2 >= photos.length ? 'dog' : 'cat') === species;
}

function describe({ model, species }: FittedCalibration): string[] {
  return Object.entries(species).flatMap(([name, { slope, intercept, fmr, n }]) => [
    `${model}, ${name}: P(same) = 1 / (1 + exp(-(${slope.toFixed(3)} s ${intercept < 0 ? '-' : '+'} ${Math.abs(intercept).toFixed(3)})))`,
    `  ${count(n.individuals)} individuals, ${count(n.photos)} photos, ${count(n.mated)} mated and ${count(n.nonMated)} non-mated comparisons`,
    ...fmr.map((point) => `  FMR ${point.fmr.toExponential(0)} at similarity ${point.threshold.toFixed(4)}`),
  ]);
}
