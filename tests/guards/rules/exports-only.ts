import { posix } from 'node:path';
import { findImports, packageFolders, packageName } from '../imports.ts';
import type { Finding, SourceTree } from '../source-tree.ts';

const RULE = 'exports-only';

/** What a package does not list under `exports` is its own business. (The compiler says so too; this also sees files it leaves out.) */
export function exportsOnly(tree: SourceTree): readonly Finding[] {
  const entries = new Map(packageFolders(tree).map((folder) => readEntries(tree, folder)));
  return findImports(tree).flatMap(({ path, specifier }) => {
    const name = packageName(specifier);
    const known = name === null ? undefined : entries.get(name);
    if (name === null || !known) return [];
    const entry = `.${specifier.slice(name.length)}`;
    return known.has(entry) ? [] : [{ rule: RULE, path, why: `${name} does not export ${entry}` }];
  });
}

function readEntries(tree: SourceTree, folder: string): [name: string, entries: ReadonlySet<string>] {
  const manifest: { name: string; exports?: Record<string, unknown> } = JSON.parse(tree.read(posix.join(folder, 'package.json')));
  return [manifest.name, new Set(Object.keys(manifest.exports ?? {}))];
}
