/**
 * Works on up to `limit` items at a time and gives the results in the items' order. An item is taken only when there is room, so
 * memory stays bounded however many there are and however slowly the results are taken.
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for (const item of items) {
    const result = work(item);
    // Its failure is thrown when its turn comes, or nobody waits for it any more.
    result.catch(() => {});
    running.push(result);
    if (running.length >= limit) yield await (running.shift() as Promise<Result>);
  }
  for (const result of running) yield await result;
}
