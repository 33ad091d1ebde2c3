import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPushSender, makeVapidKeys } from './create-push-sender.ts';
import { createGuardedRequests } from './guarded-request.ts';
import { startReceiver } from './testing/receiver.ts';

describe('push messages on the wire', () => {
  const keys = makeVapidKeys();
  const requests = createGuardedRequests({ allowed: ['127.0.0.1/32'] });
  const sender = createPushSender(requests, { keys, contact: 'mailto:operator@example.org' });
  const message = { title: 'New photos of 小米', body: 'It is time.', path: '/pets/1', tag: 'reminder' };
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let status: number;
  beforeEach(async () => {
    status = 201;
    receiver = await startReceiver((response) => response.writeHead(status).end());
  });
  afterEach(() => receiver.close());

  /** What a browser has and gives away when it subscribes. */
  const makeBrowser = () => {
    const ecdh = createECDH('prime256v1');
    const p256dh = ecdh.generateKeys().toString('base64url');
    const auth = randomBytes(16).toString('base64url');
    return { ecdh, auth, subscription: { endpoint: `${receiver.url}/send/1`, p256dh, auth } };
  };

  it('can be read by the browser, and by nobody on the way', async () => {
    const { ecdh, auth, subscription } = makeBrowser();
    expect(await sender.send(subscription, message)).toBe('sent');
    const [got] = receiver.received;
    expect(got).toMatchObject({ path: '/send/1', headers: { 'content-encoding': 'aes128gcm', ttl: String(3 * 24 * 3600) } });
    expect(got?.body.includes('photos')).toBe(false);
    const plain = decrypt(got?.body ?? Buffer.of(), ecdh, Buffer.from(auth, 'base64url'));
    expect(JSON.parse(plain.toString())).toEqual(message);
  });

  it('are signed for the push service with the key that browsers subscribe with', async () => {
    await sender.send(makeBrowser().subscription, message);
    const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(receiver.received[0]?.headers['authorization'] ?? '') ?? [];
    expect(key).toBe(sender.publicKey);
    const [header = '', claims = '', signature = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: receiver.url,
      sub: 'mailto:operator@example.org',
    });
    const point = Buffer.from(key, 'base64url');
    const coordinates = { x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
    const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', ...coordinates }, format: 'jwk' });
    const signed = Buffer.from(`${header}.${claims}`);
    expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it.each([404, 410])('say that a browser is gone when the service answers %i', async (code) => {
    status = code;
    expect(await sender.send(makeBrowser().subscription, message)).toBe('gone');
  });

  it('fail, to be tried again, when the service has a bad day', async () => {
    status = 503;
    await expect(sender.send(makeBrowser().subscription, message)).rejects.toThrow('503');
  });

  it('do not go where a made-up subscription wants them', async () => {
    const guarded = createPushSender(createGuardedRequests({ allowed: [] }), { keys, contact: 'mailto:operator@example.org' });
    const { subscription } = makeBrowser();
    await expect(guarded.send({ ...subscription, endpoint: 'https://169.254.169.254/latest' }, message)).rejects.toThrow('public internet');
  });
});

/** As a browser does it: RFC 8291 over one record of RFC 8188. */
function decrypt(body: Buffer, browser: ECDH, auth: Buffer): Buffer {
  const salt = body.subarray(0, 16);
  const senderKey = body.subarray(21, 21 + body.readUInt8(20));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), senderKey]);
  const secret = hkdfSync('sha256', browser.computeSecret(senderKey), auth, info, 32);
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(secret), salt, Buffer.from(`Content-Encoding: ${what}\0`), length));
  const sealed = body.subarray(21 + senderKey.length);
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12)).setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2));
}
