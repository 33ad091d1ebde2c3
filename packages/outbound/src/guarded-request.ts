import { type LookupAddress, lookup as lookUpName } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type AllowedNetworks, checkNetworks, isAllowedNetwork, mayCall } from './public-address.ts';

export interface OutboundRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Of the answer; a longer one is refused. */
  readonly maxBytes: number;
  /** For all of it: name, connection, answer. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * `refused`: not for us to call. `unreachable`: the name is unknown, nobody listens, the connection broke, or its certificate is wrong.
 * `detail` is for the one who gave the address; it says nothing about our network.
 */
export type OutboundAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array }
  | { readonly kind: 'refused' | 'unreachable' | 'timeout' | 'too-large'; readonly detail: string };

export interface GuardOptions {
  readonly allowed: AllowedNetworks;
  /** Of names; the system's unless a test brings its own. Gives all addresses. */
  readonly lookup?: (name: string) => Promise<readonly LookupAddress[]>;
}

/** Requests to addresses that other people gave us (webhooks, push services, photos by URL). */
export interface GuardedRequests {
  /** Never follows a redirect. Rejects only when its signal is aborted. */
  send(request: OutboundRequest): Promise<OutboundAnswer>;
  /** What can be told of an address without asking anybody: a sentence, or null when nothing is wrong so far. */
  problemOf(url: string): string | null;
}

/**
 * The connection goes to an address that was judged: the name is looked up once, every address it has must be one that we may call, and
 * the socket gets those, so that a name that changes in between (DNS rebinding) leads nowhere else. Only https, and http where the
 * operator allowed the address itself. @throws RangeError when `allowed` holds something else than networks.
 */
export function createGuardedRequests({ allowed, lookup = lookUpAll }: GuardOptions): GuardedRequests {
  checkNetworks(allowed);
  const problemOf = (text: string) => problemOfUrl(text, allowed);

  return {
    problemOf,
    async send(request) {
      const problem = problemOf(request.url);
      if (problem !== null) return { kind: 'refused', detail: problem };
      const url = new URL(request.url);
      request.signal?.throwIfAborted();
      const deadline = AbortSignal.timeout(request.timeoutMs);
      const signal = AbortSignal.any([deadline, ...(request.signal ? [request.signal] : [])]);
      try {
        return await exchange(url, request, { signal, lookup: guardedLookup(url, allowed, lookup) });
      } catch (error) {
        request.signal?.throwIfAborted();
        if (deadline.aborted) return { kind: 'timeout', detail: `No whole answer within ${request.timeoutMs / 1000} s.` };
        if (error instanceof Refusal) return { kind: error.kind, detail: error.message };
        return { kind: 'unreachable', detail: unreachable(error) };
      }
    },
  };
}

class Refusal extends Error {
  readonly kind: 'refused' | 'too-large' | 'unreachable';

  constructor(kind: Refusal['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

const NOT_PUBLIC = 'The address is not on the public internet. The operator can allow networks with SNOUT_OUTBOUND_ALLOW.';

function problemOfUrl(text: string, allowed: AllowedNetworks): string | null {
  if (!URL.canParse(text)) return 'This is not an address.';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'The address must begin with https://.';
  if (username !== '' || password !== '') return 'The address must not hold a name or a password.';
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayCall(host, allowed)) return NOT_PUBLIC;
  // A name may turn out to lead to an allowed network: that is judged when it is looked up.
  if (protocol === 'http:' && (isIP(host) === 0 ? allowed.length === 0 : !isAllowedNetwork(host, allowed))) {
    return 'The address must begin with https://.';
  }
  return null;
}

/** What the socket asks for the addresses of the name: judges all of them, before any is connected to. */
function guardedLookup(url: URL, allowed: AllowedNetworks, lookup: NonNullable<GuardOptions['lookup']>): LookupFunction {
  const judged = async (name: string): Promise<readonly LookupAddress[]> => {
    const addresses = await lookup(name);
    if (addresses.length === 0) throw new Refusal('unreachable', 'The name is not known.');
    if (!addresses.every(({ address }) => mayCall(address, allowed))) throw new Refusal('refused', NOT_PUBLIC);
    if (url.protocol === 'http:' && !addresses.every(({ address }) => isAllowedNetwork(address, allowed))) {
      throw new Refusal('refused', 'The address must begin with https://.');
    }
    return addresses;
  };
  return (name, options, callback) => {
    judged(name).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}

interface Exchange {
  readonly signal: AbortSignal;
  readonly lookup: LookupFunction;
}

function exchange(url: URL, request: OutboundRequest, { signal, lookup }: Exchange): Promise<OutboundAnswer> {
  return new Promise((resolve, reject) => {
    const { request: open } = url.protocol === 'https:' ? https : http;
    const body = request.body === undefined ? undefined : Buffer.from(request.body);
    const length = body === undefined ? {} : { 'content-length': String(body.byteLength) };
    const headers = { 'accept-encoding': 'identity', 'user-agent': 'Snout', ...request.headers, ...length };
    // No agent: a connection kept for another request would not be looked up again.
    const sent = open(url, { method: request.method, headers, lookup, signal, agent: false }, (response) => {
      readBody(response, request.maxBytes).then((bytes) => {
        resolve({ kind: 'answered', status: response.statusCode ?? 0, headers: plainHeaders(response.headers), body: bytes });
      }, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function readBody(response: http.IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new Refusal('too-large', `The answer has more than ${maxBytes} bytes.`);
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy();
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function plainHeaders(headers: http.IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

function unreachable(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The name is not known.';
  if (code === 'ECONNREFUSED') return 'Nobody listens there.';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return 'The certificate of the address is not valid.';
  return 'The connection broke.';
}

function lookUpAll(name: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookUpName(name, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
}
