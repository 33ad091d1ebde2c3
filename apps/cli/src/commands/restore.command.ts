import { stat } from 'node:fs/promises';
import { copyPhotos, fillEmptyStore } from '../backup/copy-photos.ts';
import { readBackupPhotos, readBackupRows, verifyBackup } from '../backup/read-backup.ts';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { plural } from '../wording.ts';

/** Verifies the whole file first. Photos before rows: a database that is there has its photos. */
export async function restore(context: CommandContext, file: string, options: CommonOptions): Promise<ExitCode> {
  const { terminal, signal } = context;
  if (!(await stat(file).catch(() => null))?.isFile()) throw new UsageError(`There is no file ${file}.`);
  const advance = counter((done) => terminal.status(`Verifying: ${plural(done, 'part')}`));
  const manifest = await verifyBackup(file, advance);
  signal.throwIfAborted();
  const target = await context.openEmptyStorage(options);
  await target.assertEmpty();
  const onPhoto = counter((done) => {
    signal.throwIfAborted();
    terminal.status(`Restoring: ${done} of ${plural(manifest.photos, 'photo')}`);
  });
  const photos = await fillEmptyStore(target.photos, async () => {
    const copied = await copyPhotos(readBackupPhotos(file), target.photos, onPhoto);
    terminal.status('Restoring the database');
    await target.load({ ...manifest, batches: () => readBackupRows(file) });
    return copied;
  });
  terminal.status(null);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  await terminal.print(
    options.json
      ? JSON.stringify({ file, madeAt: manifest.madeAt, version: manifest.version, rows, photos })
      : `${plural(rows, 'row')} and ${plural(photos, 'photo')} are restored and compared, as they were on ${manifest.madeAt}.`,
  );
  return EXIT.ok;
}

function counter(show: (done: number) => void): () => void {
  let done = 0;
  return () => {
    done++;
    show(done);
  };
}
