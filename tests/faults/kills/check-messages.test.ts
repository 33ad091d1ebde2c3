import { describe, expect, it } from 'vitest';
import { checkMessages, haveAllCome } from './check-messages.ts';
import type { Receipt } from './messages.ts';

const receipt = (changes: Partial<Receipt> = {}): Receipt => ({ id: 'one', about: 'rex enrolled', body: '{}', life: 1, ...changes });

/** Kinds of violations that are reported. */
function kinds(received: readonly Receipt[], expected: Readonly<Record<string, number>>, atLeast: readonly string[] = []): string[] {
  const seen: string[] = [];
  const told = { expected: new Map(Object.entries(expected)), atLeast: new Set(atLeast) };
  checkMessages(received, told, (kind) => seen.push(kind));
  return seen;
}

describe('the check of messages', () => {
  it('is content with each thing told once, and with the same message again after a kill', () => {
    expect(kinds([receipt(), receipt({ life: 2 })], { 'rex enrolled': 1 })).toEqual([]);
  });

  it('sees a message that never came', () => {
    expect(kinds([], { 'rex enrolled': 1 })).toEqual(['message-lost']);
    expect(kinds([receipt()], { 'rex enrolled': 2 })).toEqual(['message-lost']);
    expect(haveAllCome([receipt(), receipt({ life: 2 })], new Map([['rex enrolled', 2]]))).toBe(false);
  });

  it('sees two messages of one thing, but where more may come', () => {
    const twice = [receipt(), receipt({ id: 'two' })];
    expect(kinds(twice, { 'rex enrolled': 1 })).toEqual(['message-doubled']);
    expect(kinds(twice, { 'rex enrolled': 1 }, ['rex enrolled'])).toEqual([]);
  });

  it('sees a message again without a kill, and one that says something else', () => {
    expect(kinds([receipt(), receipt()], { 'rex enrolled': 1 })).toEqual(['message-doubled']);
    expect(kinds([receipt(), receipt({ life: 2, body: '{"other":1}' })], { 'rex enrolled': 1 })).toEqual(['message-doubled']);
  });

  it('sees a message of something that did not happen', () => {
    expect(kinds([receipt()], {})).toEqual(['message-of-nothing']);
  });
});
