import { stat } from 'node:fs/promises';
import { writeBackup } from '../backup/write-backup.ts';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { plural } from '../wording.ts';

export async function backup(context: CommandContext, file: string, options: CommonOptions): Promise<ExitCode> {
  const { terminal, signal } = context;
  if (await exists(file)) throw new UsageError(`${file} exists already: a backup is never written over. Choose another name.`);
  await using storage = await context.openStorage(options);
  const manifest = await storage.snapshot((snapshot) =>
    writeBackup({
      file,
      snapshot,
      photos: storage.photos,
      version: context.version,
      madeAt: context.now(),
      signal,
      onProgress: ({ rows, photos }) => terminal.status(`Backing up: ${plural(rows, 'row')}, ${plural(photos, 'photo')}`),
    }),
  );
  terminal.status(null);
  const { size } = await stat(file);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  await terminal.print(
    options.json
      ? JSON.stringify({ file, bytes: size, rows, photos: manifest.photos, tables: manifest.tables })
      : `${file}: ${plural(rows, 'row')} and ${plural(manifest.photos, 'photo')}, ${(size / 1e6).toFixed(1)} MB. It holds everything that Snout knows: keep it as private as the data.`,
  );
  return EXIT.ok;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
