/** Under what the figures of one run were measured, in words. */
export interface Conditions {
  readonly machine: string;
  readonly photos: string;
  /** ISO 8601. */
  readonly day: string;
}
