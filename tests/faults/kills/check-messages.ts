import type { Receipt } from './messages.ts';
import type { Report } from './violation.ts';

/** What must have come when all is done, by what it is about: how many messages of it. */
export type Expected = ReadonlyMap<string, number>;

/**
 * Each thing that happened was told as often as it happened, by messages with ids of their own; a message came again only after a kill, and
 * then said the same. `atLeast`: things that may be told more often than expected. Gives how many came again.
 */
export function checkMessages(
  received: readonly Receipt[],
  { expected, atLeast = new Set() }: { readonly expected: Expected; readonly atLeast?: ReadonlySet<string> },
  report: Report,
): { readonly repeated: number } {
  const messages = new Map<string, Receipt[]>();
  for (const receipt of received) messages.set(receipt.id, [...(messages.get(receipt.id) ?? []), receipt]);
  const told = new Map<string, number>();
  let repeated = 0;
  for (const [id, receipts] of messages) {
    const [first] = receipts;
    if (first === undefined) continue;
    told.set(first.about, (told.get(first.about) ?? 0) + 1);
    repeated += receipts.length - 1;
    if (receipts.some(({ body, about }) => body !== first.body || about !== first.about)) {
      report('message-doubled', `${id} said one thing and then another: ${first.about}`);
    }
    if (new Set(receipts.map(({ life }) => life)).size < receipts.length) {
      report('message-doubled', `${id} came ${receipts.length} times, twice without a kill in between: ${first.about}`);
    }
  }
  for (const [about, count] of expected) {
    const came = told.get(about) ?? 0;
    if (came < count) report('message-lost', `${came} of ${count}: ${about}`);
    if (came > count && !atLeast.has(about)) report('message-doubled', `${came} messages of ${count}: ${about}`);
  }
  for (const about of told.keys()) if (!expected.has(about)) report('message-of-nothing', about);
  return { repeated };
}

/** Whether nothing is missing any more. */
export function haveAllCome(received: readonly Receipt[], expected: Expected): boolean {
  const ids = new Map<string, Set<string>>();
  for (const { about, id } of received) ids.set(about, (ids.get(about) ?? new Set()).add(id));
  return [...expected].every(([about, count]) => (ids.get(about)?.size ?? 0) >= count);
}
