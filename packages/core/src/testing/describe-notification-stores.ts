import { beforeEach, describe, expect, it } from 'vitest';
import {
  type MailPreferences,
  MOST_PUSH_SUBSCRIPTIONS,
  type PushSubscriptions,
  type StoredPushSubscription,
} from '../notifications/index.ts';

/** Whom the stores under test must know. */
export const NOTIFIED_PEOPLE = ['ada', 'bob'];

/** The contracts of MailPreferences and PushSubscriptions: every implementation passes them. `create` gives empty stores that know NOTIFIED_PEOPLE. */
export function describeNotificationStores(
  name: string,
  create: () => Promise<{ readonly preferences: MailPreferences; readonly subscriptions: PushSubscriptions }>,
): void {
  describe(`notification stores: ${name}`, () => {
    let preferences: MailPreferences;
    let subscriptions: PushSubscriptions;
    beforeEach(async () => {
      ({ preferences, subscriptions } = await create());
    });

    it('remembers which mails a person does not want', async () => {
      expect(await preferences.unwanted('ada')).toEqual([]);
      await preferences.set('ada', 'webhook-disabled', false);
      await preferences.set('ada', 'photo-reminder', false);
      await preferences.set('ada', 'photo-reminder', false);
      expect(await preferences.unwanted('ada')).toEqual(['photo-reminder', 'webhook-disabled']);
      expect(await preferences.unwanted('bob')).toEqual([]);
      await preferences.set('ada', 'photo-reminder', true);
      await preferences.set('ada', 'photo-reminder', true);
      expect(await preferences.unwanted('ada')).toEqual(['webhook-disabled']);
    });

    it('forgets the preferences of one person', async () => {
      await preferences.set('ada', 'photo-reminder', false);
      await preferences.set('bob', 'photo-reminder', false);
      await preferences.forget('ada');
      expect([await preferences.unwanted('ada'), await preferences.unwanted('bob')]).toEqual([[], ['photo-reminder']]);
    });

    const browser = (id: string, personId = 'ada'): StoredPushSubscription => ({
      id,
      personId,
      endpoint: `https://push.example/${id}`,
      p256dh: `key-${id}`,
      auth: `auth-${id}`,
    });

    it('knows the browsers of a person', async () => {
      for (const subscription of [browser('a'), browser('b'), browser('c', 'bob')]) await subscriptions.add(subscription);
      expect(await subscriptions.of('ada')).toEqual([browser('a'), browser('b')]);
      expect(await subscriptions.find('c')).toEqual(browser('c', 'bob'));
      await subscriptions.remove('a');
      await subscriptions.remove('a');
      expect(await subscriptions.find('a')).toBeNull();
      expect(await subscriptions.of('ada')).toEqual([browser('b')]);
    });

    it('gives a browser to whoever subscribed with it last', async () => {
      await subscriptions.add(browser('a'));
      await subscriptions.add({ ...browser('z', 'bob'), endpoint: browser('a').endpoint });
      expect(await subscriptions.of('ada')).toEqual([]);
      expect(await subscriptions.of('bob')).toMatchObject([{ id: 'z', p256dh: 'key-z' }]);
    });

    it('signs off only the browser of the person who asks', async () => {
      await subscriptions.add(browser('a'));
      await subscriptions.removeByEndpoint('bob', browser('a').endpoint);
      expect(await subscriptions.of('ada')).toHaveLength(1);
      await subscriptions.removeByEndpoint('ada', browser('a').endpoint);
      expect(await subscriptions.of('ada')).toEqual([]);
    });

    it('keeps the newest browsers of somebody who has very many, and forgets them all with the person', async () => {
      await subscriptions.add(browser('other', 'bob'));
      for (let i = 0; i <= MOST_PUSH_SUBSCRIPTIONS; i++) await subscriptions.add(browser(`b-${String(i).padStart(2, '0')}`));
      const kept = await subscriptions.of('ada');
      expect(kept).toHaveLength(MOST_PUSH_SUBSCRIPTIONS);
      expect(kept[0]?.id).toBe('b-01');
      await subscriptions.forget('ada');
      expect(await subscriptions.of('ada')).toEqual([]);
      expect(await subscriptions.of('bob')).toHaveLength(1);
    });
  });
}
