import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebhookSender } from './create-webhook-sender.ts';
import { createGuardedRequests } from './guarded-request.ts';
import { startReceiver } from './testing/receiver.ts';

describe('webhooks on the wire', () => {
  const sender = createWebhookSender(createGuardedRequests({ allowed: ['127.0.0.1/32'] }));
  const { signal } = new AbortController();
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  beforeEach(async () => {
    receiver = await startReceiver((response, { path }) => response.writeHead(path === '/gone' ? 410 : 204).end());
  });
  afterEach(() => receiver.close());

  /** As a receiver's own library checks it. */
  const verify = (secret: string) => {
    const [got] = receiver.received;
    const of = (name: string) => String(got?.headers[name]);
    const signed = {
      'webhook-id': of('webhook-id'),
      'webhook-timestamp': of('webhook-timestamp'),
      'webhook-signature': of('webhook-signature'),
    };
    return new Webhook(secret).verify(got?.body.toString() ?? '', signed);
  };

  it('are accepted by a receiver that verifies Standard Webhooks, with the new secret and the old, and with no other', async () => {
    const secrets = [sender.makeSecret(), sender.makeSecret()];
    const body = JSON.stringify({ type: 'pet.enrolled', data: { name: '小米 🐾' } });
    const message = { url: `${receiver.url}/in`, secrets, id: 'msg-1', at: new Date(), body };
    expect(await sender.send(message, signal)).toEqual({ kind: 'answered', status: 204 });
    expect(receiver.received[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'msg-1' });
    for (const secret of secrets) expect(verify(secret)).toEqual(JSON.parse(body));
    expect(() => verify(sender.makeSecret())).toThrow('No matching signature');
  });

  it('tell the status, or why there was none', async () => {
    const message = { secrets: [sender.makeSecret()], id: 'msg-1', at: new Date(), body: '{}' };
    expect(await sender.send({ ...message, url: `${receiver.url}/gone` }, signal)).toEqual({ kind: 'answered', status: 410 });
    const inside = await sender.send({ ...message, url: 'https://10.0.0.1/' }, signal);
    expect(inside).toEqual({ kind: 'unanswered', problem: expect.stringContaining('not on the public internet') });
    expect(sender.problemOf('https://10.0.0.1/')).toContain('not on the public internet');
  });

  it('have secrets of 24 random bytes', () => {
    expect(sender.makeSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    expect(sender.makeSecret()).not.toBe(sender.makeSecret());
  });
});
