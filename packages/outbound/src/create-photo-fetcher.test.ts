import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPhotoFetcher } from './create-photo-fetcher.ts';
import { createGuardedRequests } from './guarded-request.ts';
import { startReceiver } from './testing/receiver.ts';

const LOOPBACK = ['127.0.0.1/32'];
const LIMITS = { maxBytes: 2_000_000, timeoutMs: 5000 };

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

const JPEG = { 'content-type': 'image/jpeg' };
const to = (location: string): Answer => ({ status: 302, headers: { location } });

/** Nothing else is answered at all. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  '/photo': { headers: JPEG, body: 'jpeg' },
  '/untyped': { headers: { 'content-type': 'application/octet-stream' }, body: 'jpeg' },
  '/hop/1': to('/photo'),
  '/hop/2': to('/hop/1'),
  '/hop/3': to('/hop/2'),
  '/hop/4': to('/hop/3'),
  '/inside': to('https://169.254.169.254/latest/meta-data'),
  '/file': to('file:///etc/passwd'),
  '/nowhere': { status: 302 },
  '/page': { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<html>' },
  '/gone': { status: 404, headers: JPEG, body: 'no' },
  '/large': { headers: JPEG, body: new Uint8Array(2_000_001) },
};

describe('photos by address', () => {
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  beforeAll(async () => {
    receiver = await startReceiver((response, { path }) => {
      const answer = ANSWERS[path];
      if (answer) response.writeHead(answer.status ?? 200, answer.headers ?? {}).end(answer.body);
    });
  });
  afterAll(() => receiver.close());

  const fetcher = (limits = LIMITS) => createPhotoFetcher(createGuardedRequests({ allowed: LOOPBACK }), limits);
  const fetched = (path: string, limits = LIMITS) => fetcher(limits).fetch(receiver.url + path, new AbortController().signal);

  it.each(['/photo', '/untyped', '/hop/3'])('come whole from %s', async (path) => {
    expect(await fetched(path)).toMatchObject({ kind: 'fetched', bytes: expect.any(Uint8Array) });
    expect(receiver.received.at(-1)?.headers['accept']).toBe('image/*');
  });

  it.each([
    ['/hop/4', 'answered-otherwise', /leads on more than 3 times/],
    ['/nowhere', 'answered-otherwise', /answered 302/],
    ['/inside', 'refused', /not on the public internet/],
    ['/file', 'refused', /must begin with https/],
    ['/page', 'not-a-photo', /gives text\/html/],
    ['/gone', 'answered-otherwise', /answered 404/],
    ['/large', 'too-large', /more than 2 MB/],
  ])('do not come from %s: %s', async (path, fault, message) => {
    expect(await fetched(path)).toMatchObject({ kind: 'failed', fault, message: expect.stringMatching(message) });
  });

  it('do not come from whom they take too long', async () => {
    expect(await fetched('/silent', { ...LIMITS, timeoutMs: 50 })).toMatchObject({ kind: 'failed', fault: 'timeout' });
  });

  it('are not asked for inside the network of the service', async () => {
    const guarded = createPhotoFetcher(createGuardedRequests({ allowed: [] }), LIMITS);
    const before = receiver.received.length;
    for (const url of [receiver.url, `https://127.0.0.1:${receiver.port}/photo`, `https://localhost:${receiver.port}/photo`]) {
      expect(await guarded.fetch(url, new AbortController().signal)).toMatchObject({ kind: 'failed', fault: 'refused' });
    }
    expect(receiver.received).toHaveLength(before);
  });

  it('are given up when nobody wants them any more', async () => {
    const controller = new AbortController();
    const asked = fetcher().fetch(`${receiver.url}/silent`, controller.signal);
    controller.abort(new Error('no longer wanted'));
    await expect(asked).rejects.toThrow('no longer wanted');
  });
});
