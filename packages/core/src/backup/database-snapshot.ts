/** A change of the tables that a database has had. */
export interface AppliedMigration {
  readonly name: string;
  readonly sha256: string;
}

/** What a table holds, in short: two tables of equal digests hold the same rows. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** Of all rows, in whatever order. */
  readonly digest: string;
}

/** Some rows of one table, each as JSON text: an object of columns in PostgreSQL's own text form, which loses nothing. */
export interface RowBatch {
  readonly table: string;
  readonly rows: readonly string[];
}

/** All rows of a database as they were at one moment, for a backup or another database. The job queue is not among them. */
export interface DatabaseSnapshot {
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly TableDigest[];
  /** Table by table. To be read once. */
  batches(): AsyncIterable<RowBatch>;
}
