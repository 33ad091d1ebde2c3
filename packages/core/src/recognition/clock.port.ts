/** Time. Tests set it; nothing in the domain reads the machine's clock. */
export interface Clock {
  now(): Date;
}
