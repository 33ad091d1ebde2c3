import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PublishedFigures } from './published.ts';

export const EVALUATION_DIR = resolve(import.meta.dirname, '../../../docs/evaluation');

const NAMES = [
  'head-detector',
  'head-detector-looked-at',
  'dogs-held-out',
  'cat-faces',
  'campus-cats',
  'cattle-muzzles',
  'cattle-muzzles-distinct',
] as const;

export function publishedPath(name: keyof PublishedFigures, extension: 'json' | 'html'): string {
  return resolve(EVALUATION_DIR, `${name}.${extension}`);
}

/** Writes one set's figures, whole or not at all. */
export async function publish<Name extends keyof PublishedFigures>(name: Name, figures: PublishedFigures[Name]): Promise<void> {
  const path = publishedPath(name, 'json');
  await writeFile(`${path}.new`, `${JSON.stringify(figures, rounded, 1)}\n`);
  await rename(`${path}.new`, path);
}

/** All published figures; null when some are missing. */
export async function readPublished(): Promise<PublishedFigures | null> {
  if (!NAMES.every((name) => existsSync(publishedPath(name, 'json')))) return null;
  const entries = NAMES.map(async (name) => [name, JSON.parse(await readFile(publishedPath(name, 'json'), 'utf8'))]);
  return Object.fromEntries(await Promise.all(entries));
}

/** Six digits are more than any of the sets can show. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}
