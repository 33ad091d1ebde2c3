import { csvLine } from '../audit/index.ts';
import type { ImportResult } from './import-record.ts';
import type { ImportStore } from './import-store.port.ts';

const PAGE = 500;
const COLUMNS = ['row', 'reference', 'name', 'outcome', 'petId', 'detail'] as const satisfies readonly (keyof ImportResult)[];

/** Lines of CSV (RFC 4180), each with its line end, the names of the columns first. Never more than a page is in memory. */
export async function* importResultsCsv({ results }: Pick<ImportStore, 'results'>, id: string): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  for (let after = 0; ; ) {
    const page = await results(id, { limit: PAGE, after });
    for (const result of page) yield csvLine(COLUMNS.map((column) => result[column]));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.row;
  }
}
