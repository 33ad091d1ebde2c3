import { SPECIES, USES } from '@snout/core/recognition';
import { type Command, Option } from 'commander';
import type { CommandContext, CommonOptions, Finish } from '../command-context.ts';
import { wholeNumber } from '../option-parsers.ts';
import { type EnrolOptions, enrol } from './enrol.command.ts';
import { type IdentifyOptions, identify } from './identify.command.ts';
import { forget, pets, show } from './pets.command.ts';
import { reembed } from './reembed.command.ts';
import { type VerifyOptions, verify } from './verify.command.ts';

const USE_HELP = 'how strict: a claim is strictest, a lost-pet list most generous';

/** Commands that read or change the gallery. */
export function addGalleryCommands(program: Command, context: CommandContext, finish: Finish): void {
  addEnrol(program, context, finish);
  addIdentify(program, context, finish);
  addVerify(program, context, finish);
  addPets(program, context, finish);
  program
    .command('reembed')
    .alias('re-embed')
    .description('make templates anew that other models or another pipeline made; can be stopped and run again')
    .action(async (_options, command: Command) => finish(await reembed(context, command.optsWithGlobals<CommonOptions>())));
}

function addEnrol(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('enrol')
    .description('enrol a pet with its photos; looks first whether it is enrolled already')
    .argument('<photo...>', 'photos of this one pet, best three or more')
    .requiredOption('--name <name>', 'name of the pet')
    .addOption(speciesOption('species (default: what the photos show)'))
    .option('--allow-duplicate', 'enrol although a pet that looks the same is enrolled: it is another animal')
    .option('--same-animal', 'the photos show one animal, however different they look')
    .addHelpText('after', '\nExample:\n  snout enrol --name Mia --species cat mia-1.jpg mia-2.jpg mia-3.jpg')
    .action(async (photos: string[], _options, command: Command) =>
      finish(await enrol(context, photos, command.optsWithGlobals<EnrolOptions>())),
    );
}

function addIdentify(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('identify')
    .description('which enrolled pet is this, if any?')
    .argument('<photo...>', 'photos or folders')
    .option('--limit <n>', 'candidates per head', wholeNumber(1, 100), 5)
    .addOption(new Option('--use <use>', USE_HELP).choices(USES).default('identify'))
    .addOption(speciesOption('only heads of this species'))
    .addHelpText('after', '\nExamples:\n  snout identify found.jpg\n  snout identify --json --limit 10 shelter/ > found.json')
    .action(async (photos: string[], _options, command: Command) =>
      finish(await identify(context, photos, command.optsWithGlobals<IdentifyOptions>())),
    );
}

function addVerify(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('verify')
    .description('is this that pet? exit code 0: yes; 1: no, or a person must look')
    .argument('<photo...>', 'photos of one animal')
    .requiredOption('--pet <id>', 'id of the pet, see "snout pets"')
    .addOption(new Option('--use <use>', USE_HELP).choices(USES).default('claim'))
    .addHelpText('after', '\nExample:\n  snout verify --pet 3f0c… at-the-vet.jpg && echo "It is Mia."')
    .action(async (photos: string[], _options, command: Command) =>
      finish(await verify(context, photos, command.optsWithGlobals<VerifyOptions>())),
    );
}

function addPets(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('pets')
    .description('list the enrolled pets; with --json one JSON object per line')
    .action(async (_options, command: Command) => finish(await pets(context, command.optsWithGlobals<CommonOptions>())));
  program
    .command('show')
    .description('one pet and its photos')
    .argument('<id>', 'id of the pet')
    .action(async (id: string, _options, command: Command) => finish(await show(context, id, command.optsWithGlobals<CommonOptions>())));
  program
    .command('forget')
    .description('remove a pet, its photos and its templates, for good')
    .argument('<id>', 'id of the pet')
    .action(async (id: string, _options, command: Command) => finish(await forget(context, id, command.optsWithGlobals<CommonOptions>())));
}

function speciesOption(description: string): Option {
  return new Option('--species <species>', description).choices(SPECIES);
}
