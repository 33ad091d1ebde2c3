/** What came of one request to a receiver. */
export type WebhookAnswer =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'unanswered'; readonly problem: string };

export interface WebhookMessage {
  readonly url: string;
  /** Each signs: a receiver accepts the one it knows. */
  readonly secrets: readonly string[];
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

export interface WebhookSender {
  /** Posts a signed message. Follows no redirects, and calls no address that is not for it to call. Rejects only when aborted. */
  send(message: WebhookMessage, signal: AbortSignal): Promise<WebhookAnswer>;
  /** "whsec_" and 24 random bytes in base64. */
  makeSecret(): string;
  /** What is wrong with an address, in a sentence, before anything is sent there; null when nothing is. */
  problemOf(url: string): string | null;
}
