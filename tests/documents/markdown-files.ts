import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NOT_OURS = new Set(['.git', '.cache', '.venv', 'data', 'dist', 'node_modules', 'work']);

export interface MarkdownFile {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
}

/** All documents of the checkout. */
export function readMarkdownFiles(): readonly MarkdownFile[] {
  return [...walk(ROOT)].map((file) => ({ path: relative(ROOT, file), text: readFileSync(file, 'utf8') }));
}

/** Targets of links and images that lead into the checkout, without what follows `#`. */
export function relativeLinks(text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^([a-z]+:|#)/i.test(target))
    .map((target) => decodeURIComponent(target.replace(/#.*$/, '')));
}

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !NOT_OURS.has(entry.name)) yield* walk(join(folder, entry.name));
    if (entry.isFile() && entry.name.endsWith('.md')) yield join(folder, entry.name);
  }
}
