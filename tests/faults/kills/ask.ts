import { randomInt } from 'node:crypto';
import { problemSchema } from '@snout/contract';

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly cookie?: string | undefined;
  /** JSON, or a form. */
  readonly body?: object;
  /** Idempotency-Key. */
  readonly key?: string;
}

/** `unknown`: done or not. `broken`: the connection was; `unavailable`: the service says so (503), and when to come again. */
export type Answer =
  | { readonly kind: 'done'; readonly body: unknown; readonly cookie: string }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly text: string }
  | { readonly kind: 'unknown'; readonly why: 'broken' | 'unavailable' };

/** Header in which the run says who asks: limits on sign-ups count by address. */
export const CLIENT_ADDRESS_HEADER = 'x-kills-client';

export async function ask(url: string, { method = 'GET', path, cookie, body, key }: Question): Promise<Answer> {
  const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` });
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (key !== undefined) headers.set('idempotency-key', key);
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set('content-type', 'application/json');
  const init = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
  try {
    const response = await fetch(`${url}${path}`, { method, headers, redirect: 'manual', ...init });
    const text = await response.text();
    if (response.status === 503 && Number(response.headers.get('retry-after')) > 0) return { kind: 'unknown', why: 'unavailable' };
    if (response.status >= 400) return { kind: 'refused', status: response.status, code: codeIn(text), text };
    const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
    return { kind: 'done', body: text === '' || !isJson(response) ? null : JSON.parse(text), cookie: cookies.join('; ') };
  } catch (error) {
    // How fetch says that the connection broke.
    if (error instanceof TypeError || (error instanceof Error && 'code' in error)) return { kind: 'unknown', why: 'broken' };
    throw error;
  }
}

/** Milliseconds: sooner than the service asks for, since clients are impatient. */
const COME_AGAIN_MS = 250;

/** Waits as a client does that was told to come again. */
export function comeAgain(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, COME_AGAIN_MS));
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') ?? false;
}

function codeIn(text: string): string {
  try {
    return problemSchema.parse(JSON.parse(text)).code;
  } catch {
    return 'no-problem';
  }
}
