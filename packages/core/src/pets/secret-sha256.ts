/** What is kept of a secret that is handed over: SHA-256, hex. Secrets here are random, so that no salt is needed. */
export async function secretSha256(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
