import type { OptionalMailKind } from './mail-kinds.ts';

/** Tokens in mails by which one unsubscribes without signing in. They are signed, never expire, and say nothing else. */
export interface UnsubscribeTokens {
  make(personId: string, kind: OptionalMailKind): string;
  /** Null for whatever we did not make. */
  read(token: string): { readonly personId: string; readonly kind: OptionalMailKind } | null;
}
