import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** Folders that hold nothing written by us, or nothing that is committed. */
const NOT_OURS = new Set(['.git', '.cache', '.venv', '.vscode', '.idea', '__pycache__', 'coverage', 'data', 'dist', 'node_modules']);
const NOT_OURS_PATHS = new Set(['training/work']);
const CODE = new Set(['.ts', '.tsx', '.mjs', '.js']);

/** The files of a checkout, or of a copy of one. Paths are relative to its root and use `/`. */
export interface SourceTree {
  readonly root: string;
  readonly files: readonly string[];
  read(path: string): string;
}

/** What a rule found wrong. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly why: string;
}

export function readSourceTree(root: string): SourceTree {
  return { root, files: [...walk(root, root)].sort(), read: (path) => readFileSync(join(root, path), 'utf8') };
}

export function isCode(path: string): boolean {
  return CODE.has(extname(path));
}

function* walk(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = relative(root, join(folder, entry.name)).split(sep).join('/');
    // In a linked worktree .git is a file.
    if (NOT_OURS.has(entry.name)) continue;
    if (entry.isDirectory() && !NOT_OURS_PATHS.has(path)) yield* walk(root, join(folder, entry.name));
    if (entry.isFile()) yield path;
  }
}
