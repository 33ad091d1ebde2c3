import type { WebhookEvent } from './webhook-events.ts';

/** Signs until a time, for those that a rotation replaces; null: without end. */
export interface WebhookSecret {
  /** "whsec_" and base64, as in Standard Webhooks. */
  readonly value: string;
  readonly until: Date | null;
}

/** `gone`: answered 410. `failing`: no delivery came through for days. `person`: somebody switched it off. */
export type WebhookDisabledWhy = 'gone' | 'failing' | 'person';

/** An address of a tenant that is told of events. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly tenantId: string;
  readonly url: string;
  /** Empty: all events. */
  readonly events: readonly WebhookEvent[];
  readonly description: string;
  /** Newest first. Never shown again after it was made. */
  readonly secrets: readonly WebhookSecret[];
  readonly disabled: WebhookDisabledWhy | null;
  readonly createdAt: Date;
  readonly lastDeliveredAt: Date | null;
}

/** `status`: the receiver's answer; null when there was none, and then `problem` says why. */
export interface WebhookAttempt {
  readonly at: Date;
  readonly status: number | null;
  readonly problem: string | null;
  readonly milliseconds: number;
}

/** One event for one endpoint. */
export interface WebhookDelivery {
  /** Also the id of the message, the same in every attempt and replay: receivers know by it what they have seen. */
  readonly id: string;
  readonly endpointId: string;
  readonly tenantId: string;
  readonly event: WebhookEvent;
  /** The body, as it is signed and sent. */
  readonly body: string;
  readonly createdAt: Date;
  readonly state: 'waiting' | 'delivered' | 'failed';
  /** Oldest first. */
  readonly attempts: readonly WebhookAttempt[];
  /** Number of attempts before the present series: 0, or what there was at the last replay. */
  readonly attemptsBefore: number;
}
