import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, readMarkdownFiles, relativeLinks } from './markdown-files.ts';

const documents = readMarkdownFiles();

test('every relative link of every document leads to a file', () => {
  const links = documents.flatMap(({ path, text }) => relativeLinks(text).map((target) => ({ path, target })));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ path, target }) => !existsSync(join(ROOT, dirname(path), target)))).toEqual([]);
});

test('a broken link would be seen', () => {
  expect(relativeLinks('See [a](docs/a.md#b "c"), ![b](b.png), [web](https://example.org), [here](#here), `[no](code)`.')).toEqual([
    'docs/a.md',
    'b.png',
  ]);
});

test('npm commands of the documents are scripts of package.json', () => {
  const { scripts } = JSON.parse(readText('package.json'));
  const named = documents.flatMap(({ text }) =>
    [...text.matchAll(/npm (start|test|run ([a-z:-]+))/g)].map(([, short, long]) => long ?? short),
  );
  expect(named).toContain('start');
  expect(named.filter((name) => !name || !(name in scripts))).toEqual([]);
});

test('programs of the documents exist', () => {
  const named = documents.flatMap(({ text }) => [...text.matchAll(/\bnode ([\w./-]+\.(?:mjs|ts))/g)].map(([, path = '']) => path));
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('snout commands of the documents are listed by its help', () => {
  const help = execFileSync(process.execPath, [join(ROOT, 'apps/cli/src/main.ts'), '--help'], { encoding: 'utf8' });
  const listed = new Set([...help.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name));
  const named = documents.flatMap(({ text }) => [...text.matchAll(/npx snout ([a-z][a-z-]*)/g)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !listed.has(name))).toEqual([]);
});

test('operations.md lists the settings of the server, and no others', () => {
  const table = /^## Settings[\s\S]*?^For tests/m.exec(readText('docs/operations.md'))?.[0] ?? '';
  const documented = [...table.matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map(([, name]) => name);
  const known = [...readText('apps/server/src/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): z/gm)].map(([, name]) => name);
  expect(documented.toSorted()).toEqual(known.toSorted());
});

test('ARCHITECTURE.md names every package and app', () => {
  const text = readText('ARCHITECTURE.md');
  const folders = ['apps', 'packages'].flatMap((parent) => readdirSync(join(ROOT, parent), { withFileTypes: true }));
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(names.filter((name) => !text.includes(`\n  ${name}/ `))).toEqual([]);
});

function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
