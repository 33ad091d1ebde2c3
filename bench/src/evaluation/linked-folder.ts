import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Individual } from '../real-photos/index.ts';

/** A folder with one folder of links per individual, gone at the end of the block: what `snout evaluate` takes. */
export async function linkedFolder(name: string, individuals: readonly Individual[]): Promise<{ readonly path: string } & AsyncDisposable> {
  const parent = await mkdtemp(join(tmpdir(), 'snout-evaluation-'));
  const path = join(parent, name);
  for (const { individual, files } of individuals) {
    await mkdir(join(path, individual), { recursive: true });
    for (const file of files) await symlink(resolve(file), join(path, individual, basename(file)));
  }
  return { path, [Symbol.asyncDispose]: () => rm(parent, { recursive: true, force: true }) };
}
