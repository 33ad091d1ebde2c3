import type { CommandContext, CommonOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { plural } from '../wording.ts';

/** Opening applies what is missing. */
export async function migrate(context: CommandContext, options: CommonOptions): Promise<ExitCode> {
  await using storage = await context.openStorage(options);
  const { migrated } = storage;
  const words =
    migrated.length === 0 ? 'The database is up to date.' : `${plural(migrated.length, 'migration')} applied: ${migrated.join(', ')}.`;
  await context.terminal.print(options.json ? JSON.stringify({ migrated }) : words);
  return EXIT.ok;
}
