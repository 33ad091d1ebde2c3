import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { isCode, type SourceTree } from './source-tree.ts';

/** One import, re-export or `import()` of a literal. */
export interface Import {
  /** File that imports. */
  readonly path: string;
  /** Package the file belongs to, e.g. "packages/core"; empty for the root. */
  readonly from: string;
  readonly specifier: string;
  /** Where a relative specifier leads, as a path of the tree; null for packages. */
  readonly file: string | null;
}

/** Every import of every code file. Throws when a file cannot be parsed: a guard that skips files guards nothing. */
export function findImports(tree: SourceTree): readonly Import[] {
  const homes = packageFolders(tree);
  return tree.files.filter(isCode).flatMap((path) => {
    const from = homes.find((home) => path.startsWith(`${home}/`)) ?? '';
    return specifiersOf(path, tree.read(path)).map((specifier) => ({ path, from, specifier, file: relativeTarget(path, specifier) }));
  });
}

/** Folders with a package.json, deepest first, without the root. */
export function packageFolders(tree: SourceTree): readonly string[] {
  const folders = tree.files.filter((path) => path.endsWith('/package.json')).map((path) => posix.dirname(path));
  return folders.sort((a, b) => b.length - a.length);
}

/** Name of the package in a bare specifier: "@scope/name/deep" gives "@scope/name". Relative paths give null. */
export function packageName(specifier: string): string | null {
  if (specifier.startsWith('.') || specifier.startsWith('/')) return null;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function specifiersOf(path: string, source: string): readonly string[] {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors.map((error) => error.message).join('; ')}`);
  const imported = module.staticImports.map((statement) => statement.moduleRequest.value);
  const exported = module.staticExports.flatMap((statement) => statement.entries.map((entry) => entry.moduleRequest?.value));
  const lazy = module.dynamicImports.map(({ moduleRequest }) => literal(source.slice(moduleRequest.start, moduleRequest.end)));
  return [...new Set([...imported, ...exported, ...lazy])].filter((specifier) => typeof specifier === 'string');
}

/** The text of a quoted literal; undefined for an expression. */
function literal(code: string): string | undefined {
  return /^(['"`])([^'"`$]*)\1$/.exec(code.trim())?.[2];
}

function relativeTarget(path: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}
