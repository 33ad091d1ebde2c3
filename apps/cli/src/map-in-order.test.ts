import { expect, test } from 'vitest';
import { mapInOrder } from './map-in-order.ts';

test('results come in order, and never more than the limit are in work', async () => {
  let inWork = 0;
  let most = 0;
  const results: number[] = [];
  const work = async (item: number) => {
    inWork++;
    most = Math.max(most, inWork);
    // Later items are quicker.
    for (let turn = item; turn < 20; turn++) await Promise.resolve();
    inWork--;
    return item * 2;
  };
  for await (const result of mapInOrder(
    Array.from({ length: 20 }, (_, index) => index),
    4,
    work,
  ))
    results.push(result);
  expect(results).toEqual(Array.from({ length: 20 }, (_, index) => index * 2));
  expect(most).toBeLessThanOrEqual(4);
});

test('items are taken only as results are: memory stays bounded behind a slow reader', async () => {
  let taken = 0;
  function* endless() {
    for (;;) yield taken++;
  }
  const results = mapInOrder(endless(), 3, async (item) => item);
  await results.next();
  await results.next();
  expect(taken).toBeLessThanOrEqual(4);
  await results.return(undefined);
});

test('a failure is thrown in its turn, after the results before it', async () => {
  const results = mapInOrder([1, 2, 3], 3, async (item) => {
    if (item === 2) throw new Error('two');
    return item;
  });
  expect((await results.next()).value).toBe(1);
  await expect(results.next()).rejects.toThrow('two');
});
