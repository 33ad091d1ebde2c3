import { SPECIES } from '@snout/core/recognition';
import { type Command, Option } from 'commander';
import type { CommandContext, Finish } from '../command-context.ts';
import { wholeNumber } from '../option-parsers.ts';
import { type CalibrateOptions, calibrate } from './calibrate.command.ts';
import { type EmbedOptions, embed } from './embed.command.ts';
import { type EvaluateOptions, evaluate } from './evaluate.command.ts';

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
    .argument('<folder>')
    .addOption(croppedOption())
    .addOption(speciesOption('what all the individuals are'))
    .option('--report <file>', 'write a page with tables and curves (one HTML file)')
    .option('--no-photos', 'leave the photos of the worst confusions out of the report')
    .option('--resamples <n>', 'bootstrap resamples behind the bounds', wholeNumber(200, 10_000), 200)
    .option('--seed <n>', 'of every random choice: the same seed gives the same figures', wholeNumber(0, 2 ** 31), 1)
    .addHelpText('after', `${LAYOUT_HELP}\n\nExample:\n  snout evaluate my-dogs/ --species dog --report report.html`)
    .action(async (folder: string, _options, command: Command) =>
      finish(await evaluate(context, folder, command.optsWithGlobals<EvaluateOptions>())),
    );
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
    .option('--write', "replace the calibration in the embedder's model.json below --models")
    .addHelpText(
      'after',
      `${LAYOUT_HELP}\n\nExample:\n  snout calibrate my-cats/ --species cat --note "Cats of our shelter, 2025." --write`,
    )
    .action(async (folder: string, _options, command: Command) =>
      finish(await calibrate(context, folder, command.optsWithGlobals<CalibrateOptions>())),
    );
}

const EMBED_HELP = `
Each line: {"file", "width", "height", "heads": [{"box": [x0,y0,x1,y1], "species", "score",
"landmarks": {"leftEye","rightEye","nose"}, "quality", "reasons", "template": [256 numbers], "model"}], "error"?}
Coordinates are pixels of the upright photo. A file that cannot be read has size 0, no heads and an "error".

Examples:
  snout embed photo.jpg
  snout embed --cropped heads/ > templates.jsonl`;

function croppedOption(): Option {
  return new Option('--cropped', 'each photo is a head crop already: nothing is detected');
}

function speciesOption(description: string): Option {
  return new Option('--species <species>', description).choices(SPECIES);
}
