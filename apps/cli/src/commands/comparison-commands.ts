import { MODALITIES } from '@snout/core/matching';
import { SPECIES, USES } from '@snout/core/recognition';
import { type Command, Option } from 'commander';
import type { CommandContext, Finish } from '../command-context.ts';
import { type CompareOptions, compare } from './compare.command.ts';

/** The command that looks at two photos and at nothing else. */
export function addComparisonCommands(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('compare')
    .description('do two photos show one animal? exit code 0: yes; 1: no, or a person must look')
    .argument('<photo-a>')
    .argument('<photo-b>')
    .addOption(
      new Option('--modality <modality>', 'face: face and marks of the coat; coat, nose: marks alone').choices(MODALITIES).default('face'),
    )
    .option('--evidence <file>', 'draw both crops with lines between the marks that agree (.svg or .png)')
    .option('--cropped', 'each photo is a crop already, of a head or a nose: nothing is looked for')
    .addOption(new Option('--species <species>', 'what both photos show (default: what is seen in them)').choices(SPECIES))
    .addOption(new Option('--use <use>', 'how strict: a claim is strictest').choices(USES).default('claim'))
    .addHelpText('after', COMPARE_HELP)
    .action(async (photoA: string, photoB: string, _options, command: Command) =>
      finish(await compare(context, [photoA, photoB], command.optsWithGlobals<CompareOptions>())),
    );
}

const COMPARE_HELP = `
Each photo shows one animal. With --modality nose the nose is found: in a close-up, or in a face of which the photo has enough pixels.
The nose has been measured on drawn noses only: it supports or raises doubt, and never decides alone, until it is calibrated on real ones
(snout calibrate --modality nose).

Examples:
  snout compare mia-2023.jpg found-on-monday.jpg --evidence lines.png
  snout compare --modality nose nose-1.jpg nose-2.jpg`;
