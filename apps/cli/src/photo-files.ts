import type { PhotoFile } from '@snout/core/recognition';
import { readPhoto } from './analyse-file.ts';
import type { Terminal } from './terminal.ts';

/** Reads photos for a use case. Files that cannot be read at all are named on stderr and left out. */
export async function readPhotoFiles(
  terminal: Terminal,
  files: readonly string[],
): Promise<{ readonly photos: readonly PhotoFile[]; readonly unreadable: number }> {
  const photos: PhotoFile[] = [];
  for (const name of files) {
    const bytes = await readPhoto(name);
    if (typeof bytes === 'string') noteBadPhoto(terminal, name, bytes);
    else photos.push({ name, bytes });
  }
  return { photos, unreadable: files.length - photos.length };
}

export function noteBadPhoto(terminal: Terminal, file: string, why: string): void {
  terminal.note(`${file}: ${why}`);
}
