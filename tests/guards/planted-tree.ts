import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSourceTree } from './source-tree.ts';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
/** What the checkers need beside the snippets: configuration, manifests, and the domain that snippets import. */
const NEEDED = /^[^/]+\.(json|ts)$|^\.gitignore$|\/package\.json$|^packages\/core\/src\//;

/** A copy of the repository's skeleton in a temporary folder, with files planted in it; removed when disposed of. */
export function plantTree(
  planted: ReadonlyArray<{ readonly path: string; readonly code: string }>,
): Disposable & { readonly root: string } {
  const root = mkdtempSync(join(tmpdir(), 'snout-guards-'));
  for (const path of readSourceTree(REPOSITORY).files.filter((file) => NEEDED.test(file))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(REPOSITORY, path), join(root, path));
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const { path, code } of planted) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), code);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
