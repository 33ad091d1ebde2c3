import type { BoxDto } from '@snout/contract';
import type { PhotoFile } from '@snout/core/recognition';
import { ProblemError } from './problem-error.ts';

/** Uploaded files as the domain takes them; `boxes` in the order of the files. @throws ProblemError when the numbers differ. */
export async function photoFiles(files: readonly File[], boxes?: readonly (BoxDto | null)[]): Promise<PhotoFile[]> {
  if (boxes && boxes.length !== files.length) {
    throw new ProblemError('invalid-request', 'boxes has another number of entries than photos.', {
      errors: [{ field: 'boxes', message: `${boxes.length} entries for ${files.length} photos.` }],
    });
  }
  return Promise.all(files.map((file, index) => photoFile(file, boxes?.[index] ?? null)));
}

async function photoFile(file: File, box: BoxDto | null): Promise<PhotoFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, bytes, ...(box ? { box } : {}) };
}
