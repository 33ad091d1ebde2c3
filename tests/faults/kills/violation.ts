/** A promise of the service that a run saw broken. */
export interface Violation {
  readonly kind: ViolationKind;
  /** After how many kills it was seen. */
  readonly kills: number;
  readonly detail: string;
}

export const VIOLATION_KINDS = [
  /** What was acknowledged is not there, or is otherwise than it was acknowledged; a pet that is only half there is one. */
  'acknowledged-write-lost',
  /** A row whose photo is not in the store, or another than was sent. */
  'row-without-file',
  /** A file that no row refers to and no start removes. */
  'file-without-row',
  /** A row without the rows that belong to it. */
  'half-pet',
  /** A webhook or mail of something acknowledged that never came. */
  'message-lost',
  /** Two messages, by their ids, of one thing; or one message twice although nothing was killed in between. */
  'message-doubled',
  /** A message of something that did not happen. */
  'message-of-nothing',
  /** A job that waits or was given up although everything is done. */
  'job-left',
  /** A request, good and perhaps sent before, was refused. */
  'request-refused',
  /** The service did not start after a kill. */
  'start-refused',
] as const;
export type ViolationKind = (typeof VIOLATION_KINDS)[number];

/** Hears of violations as they are seen. */
export type Report = (kind: ViolationKind, detail: string) => void;
