import type { UnsubscribeTokens } from '@snout/core/notifications';
import { createInMemoryGallery, createInMemoryMailPreferences } from '@snout/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { createService, type Service } from './service.ts';

describe('unsubscribing from a mail', () => {
  const tokens: UnsubscribeTokens = {
    make: () => 'good',
    read: (token) => (token === 'good' ? { personId: 'ada', kind: 'photo-reminder' } : null),
  };
  let service: Service;
  let preferences: ReturnType<typeof createInMemoryMailPreferences>;
  beforeEach(() => {
    preferences = createInMemoryMailPreferences();
    service = createService(createInMemoryGallery(), { unsubscribe: { preferences, tokens } });
  });

  it('takes one POST of a mail program, without cookies or origin, and takes it twice', async () => {
    const post = () =>
      service.request('/unsubscribe?token=good', {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect([(await post()).status, (await post()).status]).toEqual([200, 200]);
    expect(await preferences.unwanted('ada')).toEqual(['photo-reminder']);
  });

  it('takes a button of a person, who looked at the page before without changing anything', async () => {
    const response = await service.request('/unsubscribe?token=good', { headers: { 'accept-language': 'zh-CN,zh;q=0.9' } });
    const html = await response.text();
    expect(html).toContain('<form method="post"><button>退订</button></form>');
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(await preferences.unwanted('ada')).toEqual([]);
    expect(await (await service.request('/unsubscribe?token=good')).text()).toContain('Do you no longer want');
  });

  it.each(['GET', 'POST'])('knows nothing of other tokens (%s)', async (method) => {
    for (const query of ['?token=bad', '?token=', '']) expect((await service.request(`/unsubscribe${query}`, { method })).status).toBe(404);
    expect(await preferences.unwanted('ada')).toEqual([]);
  });
});
