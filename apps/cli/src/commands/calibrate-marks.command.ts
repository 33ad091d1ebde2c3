import { join } from 'node:path';
import { calibrateScores, choosePairs, groupByIndividual, type SplitScores } from '@snout/core/evaluation';
import type { Look, MarksCalibration, Modality } from '@snout/core/matching';
import { SPECIES, type Species } from '@snout/core/recognition';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, CommonOptions, OpenComparer } from '../command-context.ts';
import { type LabelledIndividual, readLabelledFolder } from '../evaluation/labelled-folder.ts';
import { lookAtPhotos, scoreOf } from '../evaluation/look-at-photos.ts';
import { count } from '../evaluation/summary-rows.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { noteBadPhoto } from '../photo-files.ts';
import { startProgress } from '../progress.ts';
import { writeWhole } from '../write-whole.ts';

export interface CalibrateMarksOptions extends CommonOptions {
  readonly modality: Exclude<Modality, 'face'>;
  readonly cropped?: boolean;
  readonly species?: Species;
  readonly note?: string;
  readonly out?: string;
  readonly write?: boolean;
  /** The animals are drawings: what is fitted never decides alone. */
  readonly drawn?: boolean;
  readonly pairs: number;
}

/** Of the random choice of pairs. */
const SEED = 1;
/** Written in the working folder when the command line says neither --out nor --write. */
const DEFAULT_OUT = 'calibration.json';

/** What is printed and written with --out: the calibrations that were fitted, by nose or by species. */
type Fitted = Partial<Record<Species | 'nose', MarksCalibration>>;

/** Fits P(same) and false match rates of agreeing marks to photos of known individuals. */
export async function calibrateMarks(context: CommandContext, folder: string, options: CalibrateMarksOptions): Promise<ExitCode> {
  const { terminal } = context;
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
  const out = options.out ?? (options.write ? null : DEFAULT_OUT);
  const written = { model: model.id, modality: options.modality, fitted };
  if (out !== null) {
    await writeWhole(out, `${JSON.stringify(written, null, 2)}\n`);
    terminal.note(`Calibration written to ${out}.`);
  }
  if (options.write) {
    const { nose = model.calibration.nose, ...coats } = fitted;
    await context.saveMarksCalibration(options.models, model.id, { nose, coat: { ...model.calibration.coat, ...coats } });
    terminal.note(`The calibration of ${model.id} in ${options.models} is replaced for: ${Object.keys(fitted).join(', ')}.`);
  }
  if (options.json) await terminal.print(JSON.stringify(written));
  else for (const line of describe(model.id, fitted)) await terminal.print(line);
  return bad > 0 ? EXIT.badPhotos : EXIT.ok;
}

interface FitInput {
  readonly folder: string;
  readonly individuals: readonly LabelledIndividual[];
  readonly set: Species | 'nose';
  readonly options: CalibrateMarksOptions;
}

async function fitSet(
  { terminal, signal, stopAtOnce }: CommandContext,
  open: OpenComparer,
  { folder, individuals, set, options }: FitInput,
): Promise<{ readonly calibration: MarksCalibration; readonly failures: number }> {
  const look: Look = { modality: options.modality, cropped: options.cropped === true, ...(set === 'nose' ? {} : { species: set }) };
  const files = individuals.flatMap((one) => one.files.map((name) => join(folder, name)));
  const looks = await lookAtPhotos(open, files, { terminal, signal, look });
  for (const [file, result] of looks) if (result.kind === 'failed') noteBadPhoto(terminal, file, result.message);
  // Comparing leaves the event loop no turn in which Ctrl-C could be heard.
  stopAtOnce();
  const group = groupByIndividual(
    individuals.flatMap(({ individual, files: names }) =>
      names
        .filter((name) => looks.get(join(folder, name))?.kind === 'looked-at')
        .map((name) => ({ individual, name: join(folder, name), vector: new Float32Array(), quality: 0 })),
    ),
  );
  const pairs = choosePairs(group, { most: options.pairs, seed: SEED });
  const progress = startProgress(terminal, 'Comparing', pairs.mated.length + pairs.nonMated.length);
  const scores = (chosen: typeof pairs.mated) =>
    Float32Array.from(chosen, ({ a, b }) => {
      progress.advance();
      const [one, other] = [looks.get(group.photos[a]?.name ?? ''), looks.get(group.photos[b]?.name ?? '')];
      return one?.kind === 'looked-at' && other?.kind === 'looked-at'
        ? scoreOf(one, other, { deps: open.deps, modality: options.modality })
        : Number.NaN;
    }).sort();
  const split: SplitScores = { mated: scores(pairs.mated), nonMated: scores(pairs.nonMated) };
  progress.close();
  const counts = { individuals: group.individuals.length, photos: group.photos.length };
  const result = calibrateScores(split, counts, options.note ?? `Photos of ${group.individuals.length} individuals.`);
  if (result.kind === 'too-little-data') {
    throw new UsageError(
      `Too few photos to calibrate on (${set}): ${count(result.mated)} mated and ${count(result.nonMated)} non-mated comparisons.`,
    );
  }
  const failures = files.length - group.photos.length;
  return { calibration: { measuredOn: options.drawn === true ? 'drawn' : 'photos', ...result.calibration }, failures };
}

function describe(model: string, fitted: Fitted): string[] {
  return Object.entries(fitted).flatMap(([name, { slope, intercept, fmr, n, measuredOn }]) => [
    `${model}, ${name}: P(same) = 1 / (1 + exp(-(${slope.toFixed(3)} s ${intercept < 0 ? '-' : '+'} ${Math.abs(intercept).toFixed(3)})))`,
    `  ${count(n.individuals)} individuals${measuredOn === 'drawn' ? ', drawn' : ''}, ${count(n.photos)} photos, ${count(n.mated)} mated and ${count(n.nonMated)} non-mated comparisons`,
    ...fmr.map((point) => `  FMR ${point.fmr.toExponential(0)} at strength ${point.threshold.toFixed(4)}`),
  ]);
}
