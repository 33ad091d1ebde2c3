import { createHmac, timingSafeEqual } from 'node:crypto';
import { isOptionalMailKind, type UnsubscribeTokens } from '@snout/core/notifications';

/** "person.kind.signature", the person and the HMAC-SHA256 in base64url. */
export function createUnsubscribeTokens(secret: string): UnsubscribeTokens {
  const sign = (text: string) => createHmac('sha256', secret).update(`snout:unsubscribe:${text}`).digest();
  return {
    make(personId, kind) {
      const text = `${Buffer.from(personId).toString('base64url')}.${kind}`;
      return `${text}.${sign(text).toString('base64url')}`;
    },
    read(token) {
      const [person = '', kind = '', signature = '', ...rest] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(`${person}.${kind}`);
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      return isOptionalMailKind(kind) ? { personId: Buffer.from(person, 'base64url').toString(), kind } : null;
    },
  };
}
