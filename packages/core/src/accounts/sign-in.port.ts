/** Signing up, in and out, as a whole HTTP conversation. Implemented by packages/accounts. */
export interface SignIn {
  /**
   * Answers a request below `/api/auth`. `clientAddress`: who asks, as far as the server knows, for limits on guessing.
   * Its errors are JSON with `code` and `message`.
   */
  handle(request: Request, clientAddress: string): Promise<Response>;
  /** Who the cookies of a request belong to; null: nobody, or no longer. */
  sessionOf(headers: Headers): Promise<{ readonly userId: string; readonly sessionId: string } | null>;
}
