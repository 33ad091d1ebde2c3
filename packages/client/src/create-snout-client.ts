import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './generated/api.ts';
import { type RetryOptions, retryingFetch } from './retrying-fetch.ts';

/** Every operation of the API by method and path: `client.GET('/api/pets')`. Gives `data`, or `error`, a problem with its `code`. */
export type SnoutClient = Client<paths>;

export interface SnoutClientOptions {
  /** Where the service is: "https://snout.example.org". */
  readonly baseUrl: string;
  /** Secret of an API key. Without one, a browser sends the session of whoever is signed in. */
  readonly apiKey?: string;
  /** In whose name, for people with several organisations. */
  readonly tenant?: string;
  /** How often and how long to try again when the service is busy; left out: three times, a minute at most. */
  readonly retry?: Partial<RetryOptions>;
}

const RETRY: RetryOptions = {
  attempts: 4,
  longestWaitMs: 60_000,
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
    }),
  fetch: (request) => fetch(request),
};

/**
 * A client with the types of the API. A POST gets an Idempotency-Key of its own, so that it is done once however often it is sent; give one
 * in `params.header` to repeat it after a restart. Bodies with files are sent as forms.
 */
export function createSnoutClient({ baseUrl, apiKey, tenant, retry = {} }: SnoutClientOptions): SnoutClient {
  const client = createClient<paths>({
    baseUrl,
    headers: {
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      ...(tenant === undefined ? {} : { 'snout-tenant': tenant }),
    },
    fetch: retryingFetch({ ...RETRY, ...retry }),
    bodySerializer,
  });
  client.use({
    onRequest({ request }) {
      if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
        request.headers.set('idempotency-key', crypto.randomUUID());
      }
      return request;
    },
  });
  return client;
}

/** Files as a form, with a field for each entry of a list; all else as JSON. */
function bodySerializer(body: unknown): FormData | string {
  if (!isRecord(body) || !Object.values(body).some(holdsFile)) return JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    if (holdsFile(value)) for (const file of Array.isArray(value) ? value : [value]) form.append(name, file);
    else form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}

function holdsFile(value: unknown): boolean {
  return value instanceof Blob || (Array.isArray(value) && value.some((one) => one instanceof Blob));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
