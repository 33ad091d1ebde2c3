import { describe, expect, it } from 'vitest';
import { createUnsubscribeTokens } from './unsubscribe-tokens.ts';

describe('tokens that unsubscribe', () => {
  const tokens = createUnsubscribeTokens('secret');

  it('say whom they unsubscribe from what', () => {
    const token = tokens.make('ada.lovelace 小', 'photo-reminder');
    expect(token).toMatch(/^[\w.-]+$/);
    expect(tokens.read(token)).toEqual({ personId: 'ada.lovelace 小', kind: 'photo-reminder' });
  });

  it('are not read when another person, another kind, another key or nobody made them', () => {
    const [person = '', kind = '', signature = ''] = tokens.make('ada', 'photo-reminder').split('.');
    const bob = Buffer.from('bob').toString('base64url');
    const forged = [
      `${bob}.${kind}.${signature}`,
      `${person}.webhook-disabled.${signature}`,
      `${person}.${kind}.${signature}.x`,
      `${person}.${kind}.`,
      `${person}.${kind}`,
      '',
      'x'.repeat(10_000),
      createUnsubscribeTokens('other').make('ada', 'photo-reminder'),
    ];
    for (const token of forged) expect(tokens.read(token)).toBeNull();
  });
});
