/** Fresh ids: lower-case letters, digits and hyphens, unguessable, never repeated. */
export interface Ids {
  next(): string;
}
