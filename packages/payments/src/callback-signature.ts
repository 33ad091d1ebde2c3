import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ProviderCallback } from '@snout/core/insurance';

/** As Stripe's libraries and the Standard Webhooks specification have it: what was signed longer ago is not taken. */
export const CALLBACK_TOLERANCE_S = 5 * 60;

/**
 * A callback signed as Standard Webhooks describes: HMAC-SHA256 over id, time and body.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signCallback(
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: Date; readonly body: string },
): ProviderCallback {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = `v1,${hmac(secret, `${id}.${timestamp}.${body}`).toString('base64')}`;
  return { headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }, body };
}

/** Whether the secret's holder signed it, within the tolerance of now. */
export function isSigned({ headers, body }: ProviderCallback, secret: string, now: Date): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > CALLBACK_TOLERANCE_S) return false;
  const expected = hmac(secret, `${id}.${timestamp}.${body}`);
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
    return signature.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function hmac(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}
