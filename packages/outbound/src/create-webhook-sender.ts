import { randomBytes } from 'node:crypto';
import type { WebhookSender } from '@snout/core/webhooks';
import { Webhook } from 'standardwebhooks';
import type { GuardedRequests } from './guarded-request.ts';

/** Time for a receiver to answer, as the Standard Webhooks specification suggests (15 to 30 s). */
const TIMEOUT_MS = 15_000;
/** Nobody reads the body of the answer. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** Signs by Standard Webhooks (symmetric, HMAC-SHA256) and posts through the guard. */
export function createWebhookSender(requests: GuardedRequests): WebhookSender {
  return {
    async send({ url, secrets, id, at, body }, signal) {
      const signature = secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' ');
      const timestamp = String(Math.floor(at.getTime() / 1000));
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
      };
      const limits = { maxBytes: MAX_ANSWER_BYTES, timeoutMs: TIMEOUT_MS, signal };
      const answer = await requests.send({ url, method: 'POST', headers, body, ...limits });
      return answer.kind === 'answered' ? { kind: 'answered', status: answer.status } : { kind: 'unanswered', problem: answer.detail };
    },
    makeSecret: () => `whsec_${randomBytes(24).toString('base64')}`,
    problemOf: (url) => requests.problemOf(url),
  };
}
