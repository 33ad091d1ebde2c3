import type { PushSubscription } from './push-subscriptions.port.ts';

/** What the service worker shows. */
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  /** Path of the page to open: "/pets/1". */
  readonly path: string;
  /** A message with the same tag replaces the one before. */
  readonly tag?: string;
}

export interface PushSender {
  /** The key a browser subscribes with: P-256, uncompressed, base64url. */
  readonly publicKey: string;
  /** `gone`: the browser no longer wants messages, forget it. Rejects when it may be tried again. */
  send(subscription: PushSubscription, message: PushMessage): Promise<'sent' | 'gone'>;
}
