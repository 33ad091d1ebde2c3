import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { importRowSchema, MAX_IMPORT_ROWS } from '@snout/contract';
import { type FileFaultCode, ImportError } from '@snout/core/imports';
import type { FieldFault } from '@snout/core/pets';
import { CsvError, parse } from 'csv-parse';
import { unreadable } from './unreadable.ts';

/** A row as the file has it: its fields, or why there are none. */
export type RawRow =
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'broken'; readonly message: string };

const COLUMNS = new Set(Object.keys(importRowSchema.shape));
const LISTS = new Set(['photos', 'colours', 'microchips']);
const FLAGS = new Set(['birthEstimated', 'sameAnimal', 'allowDuplicate']);
const YES = new Set(['true', 'yes', '1']);
const NO = new Set(['false', 'no', '0']);
/** Longest row, in characters. */
const MAX_ROW_LENGTH = 200_000;
/** Of columns that nobody knows, shown: characters of each, and how many. */
const LONGEST_NAME = 40;
const MOST_FAULTS = 20;
/** Rows between two breaths, so that others get their turn. */
const ROWS_AT_ONCE = 200;

/** The rows of a CSV with a line of names, or of NDJSON. @throws ImportError `import-unreadable`. */
export async function readTable(bytes: Uint8Array): Promise<readonly RawRow[]> {
  const text = decode(bytes);
  const rows = /^\s*\{/.test(text) ? await readNdjson(text) : await readCsv(text);
  if (rows.length === 0) throw unreadable('list-empty', 'The list holds no rows.');
  return rows;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('list-not-utf8', 'The list is not text in UTF-8. Save it again as "CSV UTF-8".');
  }
}

async function readNdjson(text: string): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    rows.push(line.length > MAX_ROW_LENGTH ? broken('The line is too long.') : parseLine(line));
    await afterRow(rows.length);
  }
  return rows;
}

function parseLine(line: string): RawRow {
  try {
    const fields: unknown = JSON.parse(line);
    return isRecord(fields) ? { kind: 'fields', fields } : broken('The line is no JSON object.');
  } catch {
    return broken('The line is not JSON.');
  }
}

async function readCsv(text: string): Promise<readonly RawRow[]> {
  const options = { bom: true, delimiter: delimiterOf(text), max_record_size: MAX_ROW_LENGTH, relax_column_count: true, trim: true };
  const rows: RawRow[] = [];
  let names: readonly string[] | null = null;
  try {
    for await (const cells of Readable.from([text]).pipe(parse({ ...options, skip_empty_lines: true })) as AsyncIterable<string[]>) {
      if (names === null) {
        names = checkedNames(cells);
        continue;
      }
      rows.push(cells.length > names.length ? broken('The line has more cells than there are names.') : toFields(names, cells));
      await afterRow(rows.length);
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw unreadable('csv-broken', `The CSV is broken at line ${Number(error['lines']) || '?'}: ${error.message}`);
    throw error;
  }
  return rows;
}

/** Spreadsheets of many countries write semicolons. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const [best = ','] = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length);
  return best;
}

function checkedNames(cells: readonly string[]): readonly string[] {
  const byLowerCase = new Map([...COLUMNS].map((name) => [name.toLowerCase(), name]));
  const names = cells.map((cell) => byLowerCase.get(cell.toLowerCase().replaceAll(/[ _-]/g, '')) ?? cell);
  const unknown = names.filter((name) => !COLUMNS.has(name));
  if (unknown.length > 0) {
    const names = unknown.map((name) => name.slice(0, LONGEST_NAME));
    const known = [...COLUMNS].join(', ');
    const message = `Unknown columns: ${names.map((name) => JSON.stringify(name)).join(', ')}. The first line must name columns of these: ${known}.`;
    throw new ImportError('import-unreadable', message, faultsIn('column-unknown', names, message));
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw inColumn('column-twice', twice, `Two columns have one name, "${twice}".`);
  for (const needed of ['name', 'photos']) {
    if (!names.includes(needed)) throw inColumn('column-missing', needed, `There is no column "${needed}".`);
  }
  return names;
}

function toFields(names: readonly string[], cells: readonly string[]): RawRow {
  // An empty cell says nothing.
  const filled = names.flatMap((name, index): [string, unknown][] => (cells[index] ? [[name, cellOf(name, cells[index])]] : []));
  return { kind: 'fields', fields: Object.fromEntries(filled) };
}

function cellOf(name: string, cell: string): unknown {
  if (LISTS.has(name)) {
    return cell
      .split(/[|;]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  if (!FLAGS.has(name)) return cell;
  const word = cell.toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : cell;
}

async function afterRow(count: number): Promise<void> {
  if (count > MAX_IMPORT_ROWS)
    throw unreadable('list-too-long', `The list has more than ${MAX_IMPORT_ROWS} rows. Split it.`, MAX_IMPORT_ROWS);
  if (count % ROWS_AT_ONCE === 0) await breathe();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(message: string): RawRow {
  return { kind: 'broken', message };
}

function inColumn(code: FileFaultCode, column: string, message: string): ImportError {
  return new ImportError('import-unreadable', message, faultsIn(code, [column], message));
}

function faultsIn(code: FileFaultCode, columns: readonly string[], message: string): FieldFault<FileFaultCode>[] {
  return columns.slice(0, MOST_FAULTS).map((field) => ({ field, code, message }));
}
