import { describe, expect, it } from 'vitest';
import { RenditionCache } from './rendition-cache.ts';

function counting(size: number) {
  let made = 0;
  return { make: async () => new Uint8Array(size).fill(++made), made: () => made };
}

describe('RenditionCache', () => {
  it('makes a picture once, also for callers at the same time', async () => {
    const cache = new RenditionCache();
    const { make, made } = counting(10);
    await Promise.all([cache.get('a', make), cache.get('a', make)]);
    await cache.get('a', make);
    expect(made()).toBe(1);
  });

  it('drops what was not used for longest when it is full', async () => {
    const cache = new RenditionCache(20);
    const { make, made } = counting(10);
    for (const key of ['a', 'b', 'a', 'c']) await cache.get(key, make);
    expect(made()).toBe(3);
    await cache.get('a', make);
    expect(made()).toBe(3);
    await cache.get('b', make);
    expect(made()).toBe(4);
  });

  it('tries again after a failure', async () => {
    const cache = new RenditionCache();
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.get('a', async () => new Uint8Array(1))).toHaveLength(1);
  });
});
