/** Wrong passwords for one address are counted, whoever sends them, so that a password cannot be guessed from many machines. */
export interface SignInGuard {
  /** Until when passwords for the address are refused; null: they are not. */
  lockedUntil(email: string): Promise<Date | null>;
  failed(email: string): Promise<void>;
  succeeded(email: string): Promise<void>;
}

/** So many wrong passwords within the window, and passwords for the address are refused for as long. Links and passkeys go on. */
export const LOCKOUT = { failures: 8, windowMs: 15 * 60_000 } as const;
