/** A browser's address for push messages, as it gave it (W3C Push API). */
export interface PushSubscription {
  /** Address at the browser maker's push service. Where it leads is up to the browser that sent it: it is called with care. */
  readonly endpoint: string;
  /** Public key of the browser, P-256, uncompressed, base64url. */
  readonly p256dh: string;
  /** Shared secret, 16 bytes, base64url. */
  readonly auth: string;
}

export interface StoredPushSubscription extends PushSubscription {
  readonly id: string;
  readonly personId: string;
}

export interface PushSubscriptions {
  /** A browser that is known, by its endpoint, gets its new keys and belongs to this person from now on. Keeps the newest 20 of a person. */
  add(subscription: StoredPushSubscription): Promise<void>;
  of(personId: string): Promise<readonly StoredPushSubscription[]>;
  find(id: string): Promise<StoredPushSubscription | null>;
  remove(id: string): Promise<void>;
  /** The person's own browser signs off. Does nothing when it is another person's. */
  removeByEndpoint(personId: string, endpoint: string): Promise<void>;
  /** When the person is erased. */
  forget(personId: string): Promise<void>;
}

/** Of one person: more browsers than anybody uses. */
export const MOST_PUSH_SUBSCRIPTIONS = 20;
