import type { Command } from 'commander';
import type { CommandContext, CommonOptions, Finish } from '../command-context.ts';
import { backup } from './backup.command.ts';
import { migrate } from './migrate.command.ts';
import { type MoveOptions, move } from './move.command.ts';
import { restore } from './restore.command.ts';

const WHERE_HELP = `
Database and photos are those of the service: of DATABASE_URL and S3_BUCKET (with S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID and
S3_SECRET_ACCESS_KEY) where these are set, else of --data.`;

/** Commands that look after the data as a whole. */
export function addStorageCommands(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('migrate')
    .description('bring the tables of the database up to this version; the service does so at its start too')
    .addHelpText('after', WHERE_HELP)
    .action(async (_options, command: Command) => finish(await migrate(context, command.optsWithGlobals<CommonOptions>())));
  program
    .command('backup')
    .description('database and photos into one file, with checksums; a service on PostgreSQL may go on meanwhile')
    .argument('<file>', 'file to make; must not exist')
    .addHelpText('after', `${WHERE_HELP}\n\nExample:\n  snout backup snout-2026-11-25.tar`)
    .action(async (file: string, _options, command: Command) =>
      finish(await backup(context, file, command.optsWithGlobals<CommonOptions>())),
    );
  program
    .command('restore')
    .description('database and photos from a backup file, into a place that holds none yet')
    .argument('<file>', 'file that "snout backup" made')
    .addHelpText('after', `${WHERE_HELP}\n\nExample:\n  snout restore --data data-restored snout-2026-11-25.tar`)
    .action(async (file: string, _options, command: Command) =>
      finish(await restore(context, file, command.optsWithGlobals<CommonOptions>())),
    );
  program
    .command('move')
    .description('copy the database to an empty one on a PostgreSQL server, and compare; the old one stays as it is')
    .requiredOption('--to <url>', 'postgresql://user:password@host/name')
    .option('--with-photos', 'copy the photos of --data into the bucket of S3_BUCKET, too')
    .addHelpText('after', `${WHERE_HELP}\n\nExample:\n  snout move --to postgresql://snout:secret@db.example.org/snout`)
    .action(async (_options, command: Command) => finish(await move(context, command.optsWithGlobals<MoveOptions>())));
}
