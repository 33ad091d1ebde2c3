import type { TenantId } from '../accounts/index.ts';
import type { ImportOutcome, ImportRecord, ImportResult } from './import-record.ts';

export type NewImport = Omit<ImportRecord, 'state' | 'counts' | 'finishedAt'>;

/** By row. `after`: the last row of the page before. `outcome`: only such. */
export interface ResultsPage {
  readonly limit: number;
  readonly after?: number;
  readonly outcome?: ImportOutcome | undefined;
}

/** Imports and what became of their rows. Implemented by packages/postgres. */
export interface ImportStore {
  add(record: NewImport): Promise<void>;
  /** Null also when it belongs to none of the tenants. */
  find(tenants: readonly TenantId[], id: string): Promise<ImportRecord | null>;
  /** Newest first. */
  list(tenants: readonly TenantId[], limit: number): Promise<readonly ImportRecord[]>;

  /** From now on it is running, and until then nobody else gets it. False when somebody has it, or it is over. */
  claim(id: string, terms: { readonly now: Date; readonly until: Date }): Promise<boolean>;
  /** Keeps it until the given time. False: it is over, since somebody cancelled it. */
  renew(id: string, until: Date): Promise<boolean>;
  /** Anybody may go on with it. Nothing happens when it is over. */
  release(id: string): Promise<void>;

  /** Counts an attempt at a row, before it is made; gives its number, from 1. */
  begin(id: string, row: number): Promise<number>;
  /** Nothing happens when the row has a result. */
  addResult(id: string, result: ImportResult): Promise<void>;
  /** Numbers of rows that have a result. */
  doneRows(id: string): Promise<ReadonlySet<number>>;
  results(id: string, page: ResultsPage): Promise<readonly ImportResult[]>;

  /** False when it was over already. */
  end(id: string, as: { readonly state: 'finished' | 'cancelled'; readonly at: Date }): Promise<boolean>;
  /** Cancels what the tenant has that is not over; gives the ids. */
  cancelAll(tenant: TenantId, at: Date): Promise<readonly string[]>;
  /** Not over, and nobody has them at this time. */
  left(now: Date): Promise<readonly { readonly tenant: TenantId; readonly id: string }[]>;
  /** Ids of all that are not over: their files are needed. */
  unfinished(): Promise<ReadonlySet<string>>;
  /** Those that were over before then, with their results; gives their number. */
  removeEndedBefore(time: Date): Promise<number>;
}
