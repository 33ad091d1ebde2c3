import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { createFakeStripe, type FakeAnswer, type FakeRequest } from './fake-stripe.ts';

export const FAKE_KEY = 'sk_test_of_the_fake';
export const FAKE_WEBHOOK_SECRET = 'whsec_of_the_fake';

/** What happens to a request: `lost` does it and closes the connection; `hang` never answers; a number is the status of an answer for nothing done. */
export type FakeTrouble = 'lost' | 'hang' | number;

/** Stripe's API on the loopback: authentication, idempotency (https://docs.stripe.com/api/idempotent_requests) and what may go wrong on the way. */
export async function startFakeStripe() {
  const fake = createFakeStripe();
  const made = new Map<string, { readonly of: string; answer: FakeAnswer | null }>();
  const seen: { readonly path: string; readonly key: string | undefined; readonly text: string }[] = [];
  const trouble = { next: [] as FakeTrouble[], always: null as FakeTrouble | null };

  const onlyOnce = async (key: string | undefined, request: FakeRequest): Promise<FakeAnswer & { readonly isReplay?: boolean }> => {
    if (request.method !== 'POST' || key === undefined) return fake.answer(request);
    const of = `${request.path} ${request.params}`;
    const before = made.get(key);
    if (before !== undefined && before.of !== of)
      return problem(400, 'idempotency_error', 'Keys for idempotent requests can only be used with the same parameters.');
    if (before !== undefined)
      return before.answer === null
        ? problem(409, 'idempotency_error', 'There is another request with this key.')
        : { ...before.answer, isReplay: true };
    const doing = { of, answer: null as FakeAnswer | null };
    made.set(key, doing);
    await setImmediate();
    const answer = fake.answer(request);
    // What was refused before anything was done can be sent again.
    if (answer.status === 200) doing.answer = answer;
    else made.delete(key);
    return answer;
  };

  const server = createServer(async (request, response) => {
    const text = await textOf(request);
    const url = new URL(request.url ?? '', 'http://fake');
    const key = request.headers['idempotency-key']?.toString();
    seen.push({ path: `${request.method} ${url.pathname}`, key, text });
    const wrong = trouble.next.shift() ?? trouble.always;
    if (wrong === 'hang') return;
    if (typeof wrong === 'number') return send(response, problem(wrong, 'api_error', 'Something is wrong on our side.'));
    const given = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (given !== FAKE_KEY) return send(response, problem(401, 'invalid_request_error', `Invalid API Key provided: ${given}`));
    const params = request.method === 'GET' ? url.searchParams : new URLSearchParams(text);
    const answer = await onlyOnce(key, { method: request.method ?? '', path: url.pathname, params });
    if (wrong === 'lost') response.destroy();
    else send(response, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    ...{ api: { protocol: 'http', host: '127.0.0.1', port } as const, fake, seen, trouble },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An event and its signature: https://docs.stripe.com/webhooks#verify-manually. */
export function fakeEvent({ type, object, at }: { readonly type: string; readonly object: unknown; readonly at: Date }) {
  const created = Math.floor(at.getTime() / 1000);
  const body = JSON.stringify({ id: 'evt_1', object: 'event', type, created, data: { object } });
  const v1 = createHmac('sha256', FAKE_WEBHOOK_SECRET).update(`${created}.${body}`).digest('hex');
  return { headers: { 'stripe-signature': `t=${created},v1=${v1}` }, body };
}

function problem(status: number, type: string, message: string): FakeAnswer {
  return { status, body: { error: { type, message } } };
}

function send(response: ServerResponse, { status, body, isReplay = false }: FakeAnswer & { readonly isReplay?: boolean }): void {
  const replayed = isReplay ? { 'idempotent-replayed': 'true' } : {};
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_1', ...replayed }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
