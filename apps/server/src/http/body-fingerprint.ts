import { createHash } from 'node:crypto';
import type { HonoRequest } from 'hono';

/**
 * SHA-256, hex, of what a request says: of a form its fields in order, since two sendings of one form differ in the boundary between them;
 * of anything else its bytes. Hono keeps the body it has read, so that the handler can read it as well.
 */
export async function bodyFingerprint(request: HonoRequest): Promise<string> {
  if (!/^multipart\/form-data\b/i.test(request.header('content-type') ?? '')) return sha256(new Uint8Array(await request.arrayBuffer()));
  const parts: string[][] = [];
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') parts.push([name, sha256(Buffer.from(value))]);
    else parts.push([name, sha256(new Uint8Array(await value.arrayBuffer())), value.name]);
  }
  return sha256(Buffer.from(JSON.stringify(parts)));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
