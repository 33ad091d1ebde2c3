import { MODALITIES } from '@snout/core/matching';
import { SPECIES } from '@snout/core/recognition';
import { type Command, Option } from 'commander';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, Finish } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';
import { wholeNumber } from '../option-parsers.ts';
import { type CalibrateOptions, calibrate } from './calibrate.command.ts';
import { type CalibrateFusionOptions, calibrateFusion } from './calibrate-fusion.command.ts';
import { type CalibrateMarksOptions, calibrateMarks } from './calibrate-marks.command.ts';
import { type EmbedOptions, embed } from './embed.command.ts';
import { type EvaluateOptions, evaluate } from './evaluate.command.ts';
import { type EvaluateFusionOptions, evaluateFusion } from './evaluate-fusion.command.ts';
import { type EvaluatePairsOptions, evaluatePairs } from './evaluate-pairs.command.ts';

const LAYOUT_HELP = `
FOLDER holds one folder of photos per individual, or the folders dog/ and cat/ with one folder per individual in each.`;

/** Commands that need the models but no gallery. */
export function addEvaluationCommands(program: Command, context: CommandContext, finish: Finish): void {
  addEmbed(program, context, finish);
  addEvaluate(program, context, finish);
  addCalibrate(program, context, finish);
}

function addEmbed(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('embed')
    .description('heads, quality and templates of photos: one JSON line per photo, in order')
    .argument('<photo...>', 'photos or folders, with everything below them')
    .addOption(croppedOption())
    .addOption(speciesOption('only heads of this species; with --cropped: what the crops show'))
    .addHelpText('after', EMBED_HELP)
    .action(async (photos: string[], _options, command: Command) =>
      finish(await embed(context, photos, command.optsWithGlobals<EmbedOptions>())),
    );
}

function addEvaluate(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('evaluate')
    .description('error rates of the models on photos of known individuals, with 95 % bounds')
    .argument('<folder or list>', 'a folder, or a list of pairs: a file that ends with .csv')
    .addOption(modalityOption('what the photos are compared by'))
    .addOption(croppedOption())
    .addOption(speciesOption('what all the individuals are'))
    .option('--report <file>', 'write a page with tables and curves (one HTML file; faces in a folder)')
    .option('--no-photos', 'leave the photos of the worst confusions out of the report')
    .option('--resamples <n>', 'bootstrap resamples behind the bounds', wholeNumber(200, 10_000), 200)
    .option('--seed <n>', 'of every random choice: the same seed gives the same figures', wholeNumber(0, 2 ** 31), 1)
    .addOption(pairsOption())
    .addHelpText('after', EVALUATE_HELP)
    .action(async (path: string, _options, command: Command) => {
      const options = command.optsWithGlobals<EvaluateOptions & (EvaluatePairsOptions | EvaluateFusionOptions)>();
      const isList = path.toLowerCase().endsWith('.csv');
      if (!isList && options.modality === 'face') return finish(await evaluate(context, path, options));
      if (options.report !== undefined)
        throw new UsageError('--report goes with the faces of a folder: leave it out here, or take --json.');
      return finish(await (options.modality === 'fused' ? evaluateFusion(context, path, options) : evaluatePairs(context, path, options)));
    });
}

function addCalibrate(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('calibrate')
    .description('fit P(same) and false match rates to photos of known individuals')
    .argument('<folder>')
    .addOption(croppedOption())
    .addOption(speciesOption('what all the individuals are (default: what most photos of each show)'))
    .option('--note <text>', 'what photos these are: kept beside the numbers')
    .option('--out <file>', 'file to write the calibration into (default: calibration.json, unless --write is given)')
    .option('--write', "replace the calibration in the model's model.json below --models")
    .addOption(modalityOption('what is calibrated: faces, the marks of coats or of noses, or how face and coat are weighed together'))
    .option('--drawn', 'with coat or nose: the animals are drawings, so that what is fitted never decides alone')
    .addOption(pairsOption())
    .addHelpText('after', CALIBRATE_HELP)
    .action(async (folder: string, _options, command: Command) => {
      const options = command.optsWithGlobals<CalibrateFaceOptions | CalibrateMarksOptions | CalibrateFusionOptions>();
      finish(await calibrateBy(context, folder, options));
    });
}

type CalibrateFaceOptions = CalibrateOptions & { readonly modality: 'face' };

function calibrateBy(
  context: CommandContext,
  folder: string,
  options: CalibrateFaceOptions | CalibrateMarksOptions | CalibrateFusionOptions,
): Promise<ExitCode> {
  switch (options.modality) {
    case 'face':
      return calibrate(context, folder, options);
    case 'fused':
      return calibrateFusion(context, folder, options);
    case 'coat':
    case 'nose':
      return calibrateMarks(context, folder, options);
  }
}

const EVALUATE_HELP = `${LAYOUT_HELP}

A list of pairs has the columns photoA,photoB and, for error rates, same (1 or 0); paths are relative to the list. Each
photo shows one animal. Noses are found in close-ups, and in faces of which the photo has enough pixels.

Examples:
  snout evaluate my-dogs/ --species dog --report report.html
  snout evaluate --modality nose pairs.csv
  snout evaluate --modality fused --species cat my-cats/`;

const CALIBRATE_HELP = `${LAYOUT_HELP}

Examples:
  snout calibrate my-cats/ --species cat --note "Cats of our shelter, 2025." --write
  snout calibrate --modality nose my-noses/ --note "Noses of our dogs, 2025." --write`;

const EMBED_HELP = `
Each line: {"file", "width", "height", "heads": [{"box": [x0,y0,x1,y1], "species", "score",
"landmarks": {"leftEye","rightEye","nose"}, "quality", "reasons", "template": [256 numbers], "model"}], "error"?}
Coordinates are pixels of the upright photo. A file that cannot be read has size 0, no heads and an "error".

Examples:
  snout embed photo.jpg
  snout embed --cropped heads/ > templates.jsonl`;

function croppedOption(): Option {
  return new Option('--cropped', 'each photo is a crop already, of a head or a nose: nothing is looked for');
}

function modalityOption(description: string): Option {
  return new Option('--modality <modality>', description).choices([...MODALITIES, 'fused']).default('face');
}

function pairsOption(): Option {
  const parser = wholeNumber(30, 1_000_000);
  return new Option('--pairs <n>', 'with coat, nose or fused: most pairs of each kind, drawn at random').argParser(parser).default(5000);
}

function speciesOption(description: string): Option {
  return new Option('--species <species>', description).choices(SPECIES);
}
