/** How long what has ended is kept, in days. docs/operations.md tells the same. */
export const KEPT_DAYS = {
  /** After a session, a mailed link or a passkey's challenge has run out. */
  signIn: 1,
  /** After an invitation to an organisation or to a pet has run out or was answered. */
  invitations: 30,
  /** After an API key was revoked or has run out: the list of keys no longer shows it, but a question about it can be answered. */
  apiKeys: 90,
  /** Since a mail became a file, where there is no mail server. */
  outbox: 7,
  /** Since an erasure was done: longer than backups, so that whoever restores one knows what to erase again. */
  erasures: 90,
} as const;

/** How many rows of each kind were removed. */
export type Removed = Readonly<Record<'sessions' | 'links' | 'rateLimits' | 'signInFailures' | 'invitations' | 'apiKeys', number>>;

/** Removes what is of no use any more. Implemented by packages/postgres. */
export interface RetentionStore {
  removeEnded(now: Date): Promise<Removed>;
  /** Gives space of removed rows free, where the database does not do so by itself. */
  tidy(): Promise<void>;
}
