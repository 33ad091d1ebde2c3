import { LOCAL_TENANT } from '@snout/core/accounts';
import { type Command, CommanderError, Command as Program } from 'commander';
import { explainError } from './cli-error.ts';
import type { CommandContext, Finish } from './command-context.ts';
import { addComparisonCommands } from './commands/comparison-commands.ts';
import { addEvaluationCommands } from './commands/evaluation-commands.ts';
import { addGalleryCommands } from './commands/gallery-commands.ts';
import { addStorageCommands } from './commands/storage-commands.ts';
import { EXIT, EXIT_CODES_HELP, type ExitCode } from './exit-code.ts';
import { wholeNumber } from './option-parsers.ts';

/** Folders used when the command line names none. */
export interface Defaults {
  readonly data: string;
  readonly models: string;
}

/** Runs one command line (without the program's name) and gives its exit code. Never throws. */
export async function runCommandLine(args: readonly string[], context: CommandContext, defaults: Defaults): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = createProgram(context, defaults, (finished) => {
    code = finished;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    context.terminal.status(null);
    // Commander has printed what is wrong, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const { code: failed, message } = explainError(error, context.signal);
    context.terminal.note(`snout: ${message}`);
    return failed;
  }
}

function createProgram(context: CommandContext, defaults: Defaults, finish: Finish): Command {
  const program = new Program('snout')
    .description('Recognises individual dogs and cats from photos.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeErr: (text) => context.terminal.note(text.trimEnd()) })
    .showHelpAfterError('(snout --help lists the commands, snout COMMAND --help its options)')
    .option('--data <dir>', 'folder of the gallery: database and photos', defaults.data)
    .option('--models <dir>', 'folder of the models', defaults.models)
    .option('--tenant <id>', 'whose pets: the id of an account or an organisation', LOCAL_TENANT)
    .option('--workers <n>', 'threads that run the models (default: one per processor, at most 4)', wholeNumber(1, 64))
    .option('--json', 'results as JSON on stdout; notes and progress stay on stderr')
    .addHelpText('after', EXIT_CODES_HELP)
    .addHelpText('after', EXAMPLES);
  addGalleryCommands(program, context, finish);
  addComparisonCommands(program, context, finish);
  addEvaluationCommands(program, context, finish);
  addStorageCommands(program, context, finish);
  return program;
}

const EXAMPLES = `
Examples:
  snout enrol --name Mia mia-1.jpg mia-2.jpg mia-3.jpg
  snout identify found-on-monday.jpg
  snout verify --pet 3f0c… at-the-vet.jpg
  snout compare mia-2023.jpg found-on-monday.jpg --evidence lines.png
  snout embed holiday/ > templates.jsonl
  snout evaluate my-dogs/ --report report.html`;
