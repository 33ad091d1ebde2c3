import { describe, expect, it } from 'vitest';
import { fetchPhotos } from './fetch-photos.ts';
import type { PhotoFetcher } from './photo-fetcher.port.ts';

const signal = new AbortController().signal;

describe('fetching photos', () => {
  it('keeps the order of the addresses, whoever answers first, and names each photo by its address', async () => {
    const answers = new Map(['a', 'b', 'c'].map((url) => [url, Promise.withResolvers<void>()]));
    const fetcher: PhotoFetcher = {
      async fetch(url) {
        await answers.get(url)?.promise;
        if (url === 'b') return { kind: 'failed', fault: 'timeout', message: 'Too slow.' };
        return { kind: 'fetched', bytes: new TextEncoder().encode(url) };
      },
    };
    const offered = fetchPhotos(fetcher, { urls: ['a', 'b', 'c'], maxBytes: 100, signal });
    for (const url of ['c', 'b', 'a']) answers.get(url)?.resolve();
    expect(await offered).toMatchObject([
      { kind: 'photo', photo: { name: 'a', bytes: Uint8Array.of(97) } },
      { kind: 'problem', problem: { kind: 'not-fetched', photo: 'b', fault: 'timeout', message: 'Too slow.' } },
      { kind: 'photo', photo: { name: 'c' } },
    ]);
  });

  it('stops when all photos together are too large, and asks nobody for the rest', async () => {
    const asked: string[] = [];
    const fetcher: PhotoFetcher = {
      async fetch(url) {
        asked.push(url);
        return { kind: 'fetched', bytes: new Uint8Array(60) };
      },
    };
    const urls = Array.from({ length: 9 }, (_, index) => `photo ${index}`);
    const offered = await fetchPhotos(fetcher, { urls, maxBytes: 100, signal });
    expect(offered.map(({ kind }) => kind)).toEqual(['photo', ...Array.from({ length: 8 }, () => 'problem')]);
    expect(offered[8]).toMatchObject({ problem: { fault: 'too-large', photo: 'photo 8' } });
    // Those that were asked already when the limit was reached.
    expect(asked.length).toBeLessThan(6);
  });
});
