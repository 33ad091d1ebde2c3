import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelFiles } from '../model/load-model.ts';

/** Models in a folder on disk: <folder>/<model>/<file>. */
export function modelFolder(folder: string): ModelFiles {
  return {
    async read(model, file) {
      return new Uint8Array(await readFile(join(folder, model, file)));
    },
  };
}
