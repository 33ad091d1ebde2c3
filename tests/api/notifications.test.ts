import { problemSchema } from '@snout/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { json, signUp, type Visitor, withAccounts } from './with-accounts.ts';

const codeOf = async (response: Response | Promise<Response>) => problemSchema.parse(await (await response).json()).code;
const BROWSER = { endpoint: 'https://push.example/1', keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } };

describe('mails and push messages of a person, over HTTP', () => {
  const opened = withAccounts();
  let ada: Visitor;
  let bob: Visitor;
  beforeAll(async () => {
    ada = await signUp(opened(), 'Ada');
    bob = await signUp(opened(), 'Bob');
  }, 300_000);

  const wanted = async (who: Visitor) => (await who.ask('/api/me/mails')).json();
  const all = (isWanted: boolean) => ({
    mails: [
      { kind: 'photo-reminder', isWanted },
      { kind: 'webhook-disabled', isWanted: true },
    ],
  });

  it('come unless the person says no, which is no word for anybody else', async () => {
    expect(await wanted(ada)).toEqual(all(true));
    expect((await ada.tell('/api/me/mails/photo-reminder', { isWanted: false }, 'PUT')).status).toBe(204);
    expect([await wanted(ada), await wanted(bob)]).toEqual([all(false), all(true)]);
    expect((await ada.tell('/api/me/mails/photo-reminder', { isWanted: true }, 'PUT')).status).toBe(204);
    expect(await wanted(ada)).toEqual(all(true));
  });

  it('can be declined only where one can be without them', async () => {
    expect(await codeOf(ada.tell('/api/me/mails/reset-password', { isWanted: false }, 'PUT'))).toBe('invalid-request');
    expect(await codeOf(opened().service.request('/api/me/mails'))).toBe('sign-in-required');
  });

  it('reach the browsers of the person, each of which is one person’s, until they sign off', async () => {
    const { subscriptions } = opened().push;
    expect(await (await opened().service.request('/api/push-key')).json()).toEqual({ publicKey: 'the public key' });
    const subscribe = (who: Visitor) => who.tell('/api/me/push-subscription', BROWSER, 'PUT');
    const signOff = (who: Visitor) => who.ask('/api/me/push-subscription', { ...json({ endpoint: BROWSER.endpoint }), method: 'DELETE' });
    expect((await subscribe(ada)).status).toBe(204);
    expect(await subscriptions.of(ada.id)).toMatchObject([{ endpoint: BROWSER.endpoint, ...BROWSER.keys }]);
    expect((await signOff(bob)).status).toBe(204);
    expect(await subscriptions.of(ada.id)).toHaveLength(1);
    expect((await subscribe(bob)).status).toBe(204);
    expect([await subscriptions.of(ada.id), (await subscriptions.of(bob.id)).length]).toEqual([[], 1]);
    expect((await signOff(bob)).status).toBe(204);
    expect(await subscriptions.of(bob.id)).toEqual([]);
  });

  it('go to no address that is not https, and to nobody who is not signed in', async () => {
    expect(await codeOf(ada.tell('/api/me/push-subscription', { ...BROWSER, endpoint: 'http://push.example/' }, 'PUT'))).toBe(
      'invalid-request',
    );
    expect(await codeOf(opened().service.request('/api/me/push-subscription', json(BROWSER, 'PUT')))).toBe('sign-in-required');
  });
});
