import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { buildWeb } from '../../tools/build-web.mjs';

const DIST = resolve(import.meta.dirname, '../../apps/web/dist');
/** What a person waits for before a page of the app can be used; models and their runtime come later, on demand. */
const LIMIT_BYTES = 300_000;

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
  }),
);
type Manifest = z.infer<typeof manifestSchema>;

beforeAll(() => buildWeb(process.execPath), 300_000);

it('every page of the app, opened first, needs at most 300 kB of compressed code', () => {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(resolve(DIST, '.vite/manifest.json'), 'utf8')));
  const sections = manifest['index.html']?.dynamicImports ?? [];
  expect(sections.length).toBeGreaterThan(3);
  const sizes = sections.map((section) => [section, compressedSize(filesOf(manifest, ['index.html', section]))] as const);
  expect(sizes.filter(([, bytes]) => bytes > LIMIT_BYTES)).toEqual([]);
});

/** Files that the browser loads for the entries: their own, and those of all that they import. */
function filesOf(manifest: Manifest, entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const imported of manifest[name]?.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
  return new Set([...seen].flatMap((name) => [manifest[name]?.file ?? [], manifest[name]?.css ?? []].flat()));
}

function compressedSize(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(resolve(DIST, file))).length, 0);
}
