import type { FetchedPhoto, PhotoFetcher, PhotoFetchFault } from '@snout/core/recognition';
import type { GuardedRequests, OutboundAnswer } from './guarded-request.ts';

export interface PhotoFetcherOptions {
  /** Of one photo. */
  readonly maxBytes: number;
  /** For one photo, its redirects among it. */
  readonly timeoutMs: number;
}

/** As many as browsers and mail clients see in practice (a short link, then a CDN). Each is judged like the first address. */
const MAX_REDIRECTS = 3;
/** What object stores call a file of which they were not told the type. The recogniser looks at the bytes in any case. */
const UNTYPED = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** Photos through the guard: https only (see guarded-request.ts), limited in size and time, and never a page instead of a picture. */
export function createPhotoFetcher(requests: GuardedRequests, { maxBytes, timeoutMs }: PhotoFetcherOptions): PhotoFetcher {
  return {
    async fetch(url, signal) {
      const end = Date.now() + timeoutMs;
      let next = url;
      for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        const left = end - Date.now();
        if (left <= 0) break;
        const answer = await requests.send({ url: next, method: 'GET', headers: { accept: 'image/*' }, maxBytes, timeoutMs: left, signal });
        if (answer.kind !== 'answered') return failed(answer.kind, whyNot(answer, maxBytes));
        const location = redirectOf(answer, next);
        if (location === null) return photoIn(answer);
        next = location;
      }
      return failed('answered-otherwise', `The address leads on more than ${MAX_REDIRECTS} times. Give the address of the file itself.`);
    },
  };
}

type Answered = Extract<OutboundAnswer, { kind: 'answered' }>;

function photoIn({ status, headers, body }: Answered): FetchedPhoto {
  if (status !== 200) {
    return failed('answered-otherwise', `The address answered ${status}. It must give the file to anybody, without signing in.`);
  }
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!type.startsWith('image/') && !UNTYPED.has(type)) {
    return failed('not-a-photo', `The address gives ${type.slice(0, 60)}, not an image. Give the address of the file itself.`);
  }
  return { kind: 'fetched', bytes: body };
}

/** The next address; null when this is no redirect. */
function redirectOf({ status, headers }: Answered, from: string): string | null {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined || !URL.canParse(location, from)) return null;
  return new URL(location, from).href;
}

function whyNot(answer: Exclude<OutboundAnswer, Answered>, maxBytes: number): string {
  if (answer.kind === 'too-large') return `The file has more than ${Math.floor(maxBytes / 1_000_000)} MB.`;
  return answer.detail;
}

function failed(fault: PhotoFetchFault, message: string): FetchedPhoto {
  return { kind: 'failed', fault, message };
}
