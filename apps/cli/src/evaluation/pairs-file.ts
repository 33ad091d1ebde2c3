import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { UsageError } from '../cli-error.ts';

/** A line of a list of pairs. */
export interface ListedPair {
  /** In the file, the line of names being 1. */
  readonly line: number;
  /** Paths as the list has them, and as files are opened: relative to the list's folder. */
  readonly photoA: string;
  readonly photoB: string;
  readonly fileA: string;
  readonly fileB: string;
  /** Null: the list has no column `same`. */
  readonly same: boolean | null;
  /** Whose the photos are; null: a list does not say. */
  readonly individuals: readonly [string, string] | null;
}

const COLUMNS = ['photoA', 'photoB'] as const;
const TRUTHS: Readonly<Record<string, boolean>> = { '1': true, true: true, yes: true, '0': false, false: false, no: false };
/** A cell as csv-parse gives it with the line on which its row begins. */
const rowsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Reads photoA,photoB[,same]. @throws UsageError that names the line and what is expected there. */
export async function readPairsFile(path: string): Promise<readonly ListedPair[]> {
  const [names, ...rows] = parseRows(path, await readText(path));
  if (names === undefined) throw new UsageError(`${path} is empty: a list of pairs begins with the line photoA,photoB,same.`);
  const header = names.record;
  const missing = COLUMNS.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    throw new UsageError(`${path} has no column ${missing.join(' and ')}: its first line must be photoA,photoB or photoA,photoB,same.`);
  }
  if (rows.length === 0) throw new UsageError(`${path} lists no pairs.`);
  const [atA, atB, atSame] = [header.indexOf('photoA'), header.indexOf('photoB'), header.indexOf('same')];
  const folder = dirname(path);
  const open = (photo: string) => (isAbsolute(photo) ? photo : join(folder, photo));
  return rows.map(({ record, info }): ListedPair => {
    const [photoA = '', photoB = ''] = [record[atA], record[atB]];
    const where = `${path}, line ${info.lines}`;
    if (photoA === '' || photoB === '') throw new UsageError(`${where}: photoA and photoB must both name a photo.`);
    const same = atSame < 0 ? null : TRUTHS[(record[atSame] ?? '').toLowerCase()];
    if (same === undefined) throw new UsageError(`${where}: same is "${record[atSame]}"; write 1 or 0, true or false, yes or no.`);
    return { line: info.lines, photoA, photoB, fileA: open(photoA), fileB: open(photoB), same, individuals: null };
  });
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path} is not text in UTF-8. Save it again as "CSV UTF-8".`);
  }
}

function parseRows(path: string, text: string) {
  try {
    return rowsSchema.parse(parse(text, { bom: true, info: true, skip_empty_lines: true, trim: true }));
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${path}, line ${error['lines'] ?? '?'}: ${error.message}`);
    throw error;
  }
}
