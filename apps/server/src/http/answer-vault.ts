import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** An answer as it is kept: what to send again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Answers may hold secrets that are shown once (API keys, invitations) and kept as hashes alone. So an answer is kept under a key that is
 * made from the Idempotency-Key, which the service does not keep: only who repeats the request can read it. AES-256-GCM, HKDF-SHA-256.
 */
export function sealAnswer(answer: KeptAnswer, idempotencyKey: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', vaultKey(idempotencyKey), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when it was sealed with another key, or changed. */
export function openAnswer(sealed: Uint8Array, idempotencyKey: string): KeptAnswer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', vaultKey(idempotencyKey), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(opened.toString('utf8'));
}

/** What a key is found again by. Another hash than the vault's key, so that the one says nothing of the other. */
export function lookupHash(idempotencyKey: string): string {
  return createHash('sha256').update(`snout:idempotency-key:${idempotencyKey}`).digest('hex');
}

/** A secret for what a request makes, the same whenever the request is repeated: 256 bits, base64url. */
export function creationSecret(idempotencyKey: string, creationId: string): string {
  return Buffer.from(hkdfSync('sha256', idempotencyKey, creationId, 'snout:creation-secret', 32)).toString('base64url');
}

function vaultKey(idempotencyKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', idempotencyKey, '', 'snout:kept-answer', 32));
}
