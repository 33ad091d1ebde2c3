import { copyPhotos, fillEmptyStore, photosOf } from '../backup/copy-photos.ts';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, CommonOptions, EmptyStorage, OpenStorage } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { plural } from '../wording.ts';

export interface MoveOptions extends CommonOptions {
  /** Of the PostgreSQL database to fill. */
  readonly to: string;
  readonly withPhotos?: boolean;
}

/** Copies and compares; nothing of the old place is changed. */
export async function move(context: CommandContext, options: MoveOptions): Promise<ExitCode> {
  const { terminal, signal } = context;
  if (!/^postgres(ql)?:\/\/./.test(options.to)) throw new UsageError('--to takes the address of a PostgreSQL database: postgresql://…');
  await using storage = await context.openStorage(options);
  const target = await context.openEmptyStorage(options, options.to);
  await target.assertEmpty();
  if (options.withPhotos && !target.isObjectStorage) {
    throw new UsageError('--with-photos needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY to be set.');
  }
  let copied = 0;
  const onPhoto = () => {
    signal.throwIfAborted();
    copied++;
    terminal.status(`Copying: ${plural(copied, 'photo')}`);
  };
  const copyDatabase = () => {
    terminal.status('Copying the database');
    return loadInto(target, storage);
  };
  const { rows, photos } = options.withPhotos
    ? await fillEmptyStore(target.photos, async () => {
        const folder = await context.openPhotoFolder(options);
        return { photos: await copyPhotos(photosOf(folder), target.photos, onPhoto), rows: await copyDatabase() };
      })
    : { photos: 0, rows: await copyDatabase() };
  terminal.status(null);
  const next = `Start Snout with DATABASE_URL${options.withPhotos ? ' and S3_*' : ''} from now on; the old data are untouched: remove them when all is well.`;
  await terminal.print(
    options.json
      ? JSON.stringify({ rows, photos })
      : `${plural(rows, 'row')}${options.withPhotos ? ` and ${plural(photos, 'photo')}` : ''} are copied and compared. ${next}`,
  );
  return EXIT.ok;
}

/** Gives the number of rows. */
function loadInto(target: EmptyStorage, storage: OpenStorage): Promise<number> {
  return storage.snapshot(async (snapshot) => {
    await target.load(snapshot);
    return snapshot.tables.reduce((sum, table) => sum + table.rows, 0);
  });
}
