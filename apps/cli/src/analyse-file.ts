import { readFile, stat } from 'node:fs/promises';
import type { AnalyseOptions, PhotoAnalysis, Recogniser } from '@snout/core/recognition';

/** A file that could not be used has an `error` in words: what is wrong, then what to do. */
export type FileAnalysis =
  | { readonly kind: 'analysed'; readonly file: string; readonly photo: PhotoAnalysis }
  | { readonly kind: 'failed'; readonly file: string; readonly error: string };

/** Bytes. Larger files are no photos; they are named without being read into memory. */
const MAX_READ = 200_000_000;

/** Never throws for one bad file: a folder of thousands goes on. Throws when the work was stopped. */
export async function analyseFile(
  recogniser: Recogniser,
  file: string,
  { signal, ...options }: AnalyseOptions & { readonly signal: AbortSignal },
): Promise<FileAnalysis> {
  signal.throwIfAborted();
  const read = await readPhoto(file);
  if (typeof read === 'string') return { kind: 'failed', file, error: read };
  try {
    const result = await recogniser.analyse(read, options);
    if (result.kind === 'analysed') return { kind: 'analysed', file, photo: result.photo };
    return { kind: 'failed', file, error: `${result.reason}: ${result.message}` };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'failed', file, error: `analysis-failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The bytes, or why there are none. */
export async function readPhoto(file: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(file);
    if (size > MAX_READ) return `file-too-large: The file has ${Math.round(size / 1e6)} MB. Save the photo as a smaller JPEG.`;
    return await readFile(file);
  } catch (error) {
    return `unreadable-file: ${error instanceof Error ? error.message : String(error)}`;
  }
}
