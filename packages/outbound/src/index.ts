export { createPhotoFetcher, type PhotoFetcherOptions } from './create-photo-fetcher.ts';
export { createPushSender, makeVapidKeys, type PushSettings, type VapidKeys } from './create-push-sender.ts';
export { createWebhookSender } from './create-webhook-sender.ts';
export {
  createGuardedRequests,
  type GuardedRequests,
  type GuardOptions,
  type OutboundAnswer,
  type OutboundRequest,
} from './guarded-request.ts';
