import { basename, join, resolve } from 'node:path';
import { evaluate as evaluatePhotos } from '@snout/core/evaluation';
import type { Species } from '@snout/core/recognition';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { type AcquiredSet, acquirePhotos } from '../evaluation/acquire-photos.ts';
import { type EvaluationReport, headBoxes, toSection } from '../evaluation/evaluation-report.ts';
import { readLabelledFolder } from '../evaluation/labelled-folder.ts';
import { summaryText } from '../evaluation/summary-text.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { noteBadPhoto } from '../photo-files.ts';
import { htmlReport } from '../report/html-report.ts';
import { loadThumbnails } from '../report/thumbnails.ts';
import { writeWhole } from '../write-whole.ts';

export interface EvaluateOptions extends CommonOptions {
  readonly cropped?: boolean;
  readonly species?: Species;
  readonly report?: string;
  /** Commander's form of --no-photos: true unless it is given. */
  readonly photos: boolean;
  readonly seed: number;
  readonly resamples: number;
}

/** Confusions shown of each kind. */
const CONFUSIONS = 12;

export async function evaluate(context: CommandContext, folder: string, options: EvaluateOptions): Promise<ExitCode> {
  const { terminal } = context;
  const individuals = await readLabelledFolder(folder, options.species ?? null);
  const { sets, models } = await acquire(context, { folder, individuals }, options);
  for (const { failures } of sets) for (const { name, message } of failures) noteBadPhoto(terminal, join(folder, name), message);

  context.stopAtOnce();
  terminal.status('Comparing every photo with every other …');
  const sections = sets.map((set) =>
    toSection(set, evaluatePhotos(set.photos, { seed: options.seed, resamples: options.resamples, confusions: CONFUSIONS })),
  );
  terminal.status(null);
  const report: EvaluationReport = {
    madeAt: context.now().toISOString(),
    folder: basename(resolve(folder)),
    cropped: options.cropped === true,
    models,
    sections,
  };
  if (options.report !== undefined) {
    const thumbnails = options.photos ? await loadThumbnails(folder, report, headBoxes(sets)) : null;
    await writeWhole(options.report, htmlReport(report, thumbnails));
    terminal.note(`Report written to ${options.report}.`);
  }
  if (options.json) await terminal.print(JSON.stringify(report));
  else for (const line of summaryText(report)) await terminal.print(line);
  return exitCode(report);
}

async function acquire(
  context: CommandContext,
  input: { readonly folder: string; readonly individuals: Awaited<ReturnType<typeof readLabelledFolder>> },
  options: EvaluateOptions,
): Promise<{ readonly sets: readonly AcquiredSet[]; readonly models: EvaluationReport['models'] }> {
  await using open = await context.openRecogniser(options);
  const { detector, embedder, quality, pipeline } = open.recogniser.models;
  const sets = await acquirePhotos(open, context.terminal, { ...input, cropped: options.cropped === true, signal: context.signal });
  return { sets, models: { detector, embedder, quality, pipeline } };
}

/** A photo without a head is a finding; a file that is no photo is a defect of the input; nothing to compare is a wrong input. */
function exitCode({ sections }: EvaluationReport): ExitCode {
  if (sections.some(({ result }) => result.kind === 'too-little-data')) return EXIT.usage;
  const unreadable = sections.some(({ acquisition }) => acquisition.failures.some(({ why }) => why === 'unreadable'));
  return unreadable ? EXIT.badPhotos : EXIT.ok;
}
