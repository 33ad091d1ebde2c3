interface Sold {
  /** A day as 2026-03-01. */
  readonly effectiveFrom: string;
}

/** The version that is sold on a day, of versions that are sorted, newest first; undefined before the first. */
export function soldOn<Version extends Sold>(versions: readonly Version[], day: string): Version | undefined {
  return versions.find(({ effectiveFrom }) => effectiveFrom <= day);
}
