import { createGallery, openEmbedded } from '@snout/postgres';
import { type FillOptions, fillGallery } from './fill-gallery.ts';

/** The program's one argument, as JSON. */
export interface MakeGallery {
  readonly folder: string;
  readonly fill: FillOptions;
}

/** Makes an embedded database full of made-up animals, and ends. */
const { folder, fill }: MakeGallery = JSON.parse(process.argv[2] ?? '');
const database = await openEmbedded(folder);
await fillGallery(createGallery(database), fill);
await database.close();
