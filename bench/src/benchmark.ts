/** What every benchmark is given. */
export interface BenchmarkSetup {
  readonly modelsDir: string;
  /** Folder of drawn photos, 1280 px wide, each with one animal. */
  readonly photosDir: string;
  /** A small try: shows that the benchmark works, not how fast Snout is. */
  readonly quick: boolean;
}

/** One line of the table. */
export interface BenchmarkRow {
  readonly what: string;
  /** With its unit. */
  readonly value: string;
  /** Null: said for information. */
  readonly target: string | null;
  /** Null: no target. */
  readonly met: boolean | null;
  /** What the same run measured beside it: the limit, the counts. */
  readonly beside: string;
}

export type Benchmark = (setup: BenchmarkSetup) => Promise<readonly BenchmarkRow[]>;
