/** What receivers can be told of. Names are public: they are added, never changed. */
export const WEBHOOK_EVENTS = [
  'pet.enrolled',
  'pet.updated',
  'pet.photos-added',
  'pet.transferred',
  'pet.archived',
  'pet.erased',
  'pet.merged',
  'import.finished',
  'webhook.test',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
