import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file whole or not at all: a reader, or a crash, never meets half of it. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.new`;
  try {
    await writeFile(beside, content, { flush: true });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
