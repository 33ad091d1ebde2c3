import type { PushSender } from '@snout/core/notifications';
// biome-ignore lint/correctness/noUnresolvedImports: its types leave the default out, but CommonJS has one, and named imports do not exist
import webPush from 'web-push';
import type { GuardedRequests } from './guarded-request.ts';

/** Keys by which push services know who sends (RFC 8292), base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface PushSettings {
  readonly keys: VapidKeys;
  /** Whom a push service may turn to: "mailto:..." or "https://...". */
  readonly contact: string;
}

const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;
/** A message that finds no browser is dropped after this time: 3 days. */
const KEPT_SECONDS = 3 * 24 * 60 * 60;
/** The subscription is no more: RFC 8030 says 404, push services say 410 as well. */
const GONE = new Set([404, 410]);

export function makeVapidKeys(): VapidKeys {
  return webPush.generateVAPIDKeys();
}

/** Encrypts for the browser (RFC 8291) and posts through the guard: where an endpoint leads was said by whoever subscribed. */
export function createPushSender(requests: GuardedRequests, { keys, contact }: PushSettings): PushSender {
  return {
    publicKey: keys.publicKey,
    async send({ endpoint, p256dh, auth }, message) {
      const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(message), {
        vapidDetails: { subject: contact, ...keys },
        TTL: KEPT_SECONDS,
        contentEncoding: 'aes128gcm',
      });
      const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
      const limits = { maxBytes: MAX_ANSWER_BYTES, timeoutMs: TIMEOUT_MS };
      const answer = await requests.send({ url: endpoint, method: 'POST', headers, body: details.body ?? '', ...limits });
      if (answer.kind !== 'answered') throw new Error(`The push service did not take the message: ${answer.detail}`);
      if (GONE.has(answer.status)) return 'gone';
      if (answer.status >= 200 && answer.status < 300) return 'sent';
      throw new Error(`The push service answered ${answer.status}.`);
    },
  };
}
