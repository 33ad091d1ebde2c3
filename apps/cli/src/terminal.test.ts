import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { progressLine, startProgress } from './progress.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { percent } from './wording.ts';

const screen = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY, columns: 40 }) as unknown as NodeJS.WriteStream;
const written = (stream: NodeJS.WriteStream) => String((stream as unknown as PassThrough).read() ?? '');

test('data goes to stdout alone, notes and status to stderr', async () => {
  const streams = { stdout: screen(false), stderr: screen(true) };
  const terminal = createTerminal(streams);
  terminal.status('50 %');
  await terminal.print('{"a":1}');
  terminal.note('careful');
  expect(written(streams.stdout)).toBe('{"a":1}\n');
  expect(written(streams.stderr)).toBe('50 %\r\x1b[Kcareful\n');
});

test('without a person watching, no status line is drawn', () => {
  const streams = { stdout: screen(false), stderr: screen(false) };
  createTerminal(streams).status('50 %');
  expect(written(streams.stderr)).toBe('');
});

test('printing waits while the reader is behind', async () => {
  const streams = { stdout: screen(false), stderr: screen(false) };
  let printed = false;
  const printing = createTerminal(streams)
    .print('x'.repeat(1_000_000))
    .then(() => {
      printed = true;
    });
  await new Promise((resolve) => setImmediate(resolve));
  expect(printed).toBe(false);
  streams.stdout.resume();
  await printing;
});

test('short work shows no progress, long work shows steps and the time left', () => {
  const lines: (string | null)[] = [];
  const terminal: Terminal = { watched: true, print: async () => {}, note() {}, status: (text) => void lines.push(text) };
  startProgress(terminal, 'Reading', 3).advance();
  expect(lines).toEqual([]);
  expect(progressLine('Reading', { done: 25, total: 100, seconds: 10 })).toBe('Reading ██████░░░░░░░░░░░░░░░░░░ 25 of 100, 30 s left');
});

test('a probability never reads as certain', () => {
  expect([0.99995, 0.9876, 0.0001].map(percent)).toEqual(['over 99.9 %', '98.8 %', 'under 0.1 %']);
});
