import { createHash } from 'node:crypto';
import { API_PATHS, problemSchema, TENANT_HEADER } from '@snout/contract';
import { z } from 'zod';
import type { ApiApp } from '../http/api-app.ts';
import { DemoError } from './demo-error.ts';
import { DEMO_PASSWORD, type DemoPerson } from './demo-world.ts';

export interface DemoAsk {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  /** JSON, or a form. */
  readonly body?: unknown;
  /** Id of the organisation in whose name it is asked. */
  readonly tenantId?: string | undefined;
  /** Creations: repeated with the same words, they are done once. */
  readonly key?: string;
  /** Codes of problems that mean that it was done before. */
  readonly doneBefore?: readonly string[];
}

/** Asks the service as its clients do, past the socket. */
export interface DemoClient {
  /** Whether there is an account with the demo's password and a verified address. */
  canSignIn(person: DemoPerson): Promise<boolean>;
  signUp(person: DemoPerson): Promise<void>;
  /** Gives what the answer says; null for an answer without words, and for `doneBefore`. @throws DemoError `demo-failed`. */
  ask(person: DemoPerson, ask: DemoAsk): Promise<unknown>;
  /** Follows a link of a mail. */
  follow(person: DemoPerson, link: string): Promise<void>;
}

export function createDemoClient(app: Pick<ApiApp, 'request'>): DemoClient {
  const cookies = new Map<string, Promise<string>>();
  const request = async (person: DemoPerson, path: string, init: RequestInit) => app.request(path, init, socketOf(person));

  const signIn = async (person: DemoPerson): Promise<string> => {
    const { email } = person;
    const response = await request(person, API_PATHS.signIn, jsonInit('POST', { email, password: DEMO_PASSWORD }));
    if (!response.ok) throw await failure(`Signing in as ${email}`, response);
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  };
  const cookieOf = (person: DemoPerson): Promise<string> => {
    const cookie = cookies.get(person.key) ?? signIn(person);
    cookies.set(person.key, cookie);
    return cookie;
  };

  return {
    canSignIn: (person) =>
      cookieOf(person).then(
        () => true,
        () => {
          cookies.delete(person.key);
          return false;
        },
      ),
    async signUp(person) {
      const { name, email, locale } = person;
      const response = await request(person, API_PATHS.signUp, jsonInit('POST', { name, email, locale, password: DEMO_PASSWORD }));
      if (!response.ok) throw await failure(`Making the account of ${email}`, response);
    },
    async ask(person, { method = 'GET', path, body, tenantId, key, doneBefore = [] }) {
      const init: RequestInit = body === undefined ? { method } : body instanceof FormData ? { method, body } : jsonInit(method, body);
      const headers = new Headers(init.headers);
      headers.set('cookie', await cookieOf(person));
      if (tenantId !== undefined) headers.set(TENANT_HEADER, tenantId);
      if (key !== undefined) headers.set('idempotency-key', createHash('sha256').update(`demo ${key}`).digest('hex'));
      const response = await request(person, path, { ...init, headers });
      if (response.ok) return response.status === 204 ? null : response.json();
      if (doneBefore.includes((await problemOf(response.clone()))?.code ?? '')) return null;
      throw await failure(`${method} ${path} for ${person.email}`, response);
    },
    async follow(person, link) {
      const { pathname, search } = new URL(link);
      const response = await request(person, `${pathname}${search}`, {});
      if (response.status >= 400) throw await failure(`The link in the mail to ${person.email}`, response);
    },
  };
}

/** The id in an answer, at the top or in the named part of it. */
export function idOf(answer: unknown, part?: string): string {
  const schema = z.object({ id: z.string() });
  return (
    part === undefined
      ? schema.parse(answer)
      : z
          .record(z.string(), z.unknown())
          .transform((all) => schema.parse(all[part]))
          .parse(answer)
  ).id;
}

function jsonInit(method: string, body: unknown) {
  return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** Each person asks from an address of their own, of those kept for documents (RFC 5737): limits on sign-ups count by address. */
function socketOf({ key }: DemoPerson) {
  const last = createHash('sha256').update(key).digest().readUInt8(0);
  return { incoming: { socket: { remoteAddress: `192.0.2.${last}`, remotePort: 1, remoteFamily: 'IPv4' } } };
}

async function problemOf(response: Response) {
  return problemSchema.safeParse(await response.json().catch(() => null)).data;
}

async function failure(what: string, response: Response): Promise<DemoError> {
  const problem = (await problemOf(response.clone())) ?? null;
  const answer = `${response.status}: ${await response.text()}`;
  return new DemoError('demo-failed', `The demo could not be filled in. ${what} was answered ${answer}`, problem);
}
