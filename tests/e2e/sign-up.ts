import { API_PATHS } from '@snout/contract';

/** Makes the first account of an installation, who runs it, and gives the cookies of its session. */
export function signUp(url: string): Promise<string> {
  return sessionOf(`${url}${API_PATHS.signUp}`, { name: 'Ada', email: 'ada@example.org', password: 'a long password' });
}

/** Gives the cookies of a new session. */
export function signIn(url: string, who: { readonly email: string; readonly password: string }): Promise<string> {
  return sessionOf(`${url}${API_PATHS.signIn}`, who);
}

async function sessionOf(address: string, body: object): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Signing in failed: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
