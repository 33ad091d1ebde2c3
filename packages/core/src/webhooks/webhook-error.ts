export type WebhookErrorCode = 'webhook-not-found' | 'webhook-url-refused' | 'webhook-too-many' | 'delivery-not-found';

/** Something a caller should not have asked for; the message says what is wrong and what to do. */
export class WebhookError extends Error {
  readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string) {
    super(message);
    this.name = 'WebhookError';
    this.code = code;
  }
}
