import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fakePhoto } from '@snout/core/testing';
import { expect, test } from 'vitest';
import { createFakeCli } from './testing/fake-context.ts';

test('a line has exactly the promised fields, in pixels and plain numbers', async () => {
  await using cli = await createFakeCli();
  const file = join(cli.folder, 'mia.jpg');
  await writeFile(file, fakePhoto({ heads: [{ animal: 'mia', box: [10.04, 20, 110.06, 140], quality: 30 }] }));
  const { code, out, notes } = await cli.run('embed', file);
  expect([code, notes]).toEqual([0, []]);
  const line = JSON.parse(out[0] ?? '');
  expect(Object.keys(line)).toEqual(['file', 'width', 'height', 'heads']);
  expect(line).toMatchObject({ file, width: 1000, height: 1000 });
  const [head] = line.heads;
  expect(Object.keys(head)).toEqual(['box', 'species', 'score', 'landmarks', 'quality', 'reasons', 'template', 'model']);
  expect(head).toMatchObject({
    box: [10, 20, 110.1, 140],
    species: 'cat',
    score: 0.9,
    quality: 30,
    reasons: ['hold-still'],
    model: 'fake-embedder-1',
  });
  expect(head.landmarks).toEqual({ leftEye: null, rightEye: null, nose: null });
  expect(head.template).toHaveLength(256);
  expect(Math.hypot(...head.template)).toBeCloseTo(1, 6);
});

test('1,000 files with three bad ones: the three are named, the others are done, in order', async () => {
  await using cli = await createFakeCli();
  const names = Array.from({ length: 1000 }, (_, index) => `${String(index).padStart(4, '0')}.jpg`);
  const bad = new Map([
    ['0100.jpg', ''],
    ['0500.jpg', 'not a photo'],
    ['0999.jpg', '{"heads": 3}'],
  ]);
  for (const [index, name] of names.entries()) {
    await writeFile(
      join(cli.folder, name),
      bad.get(name) ?? fakePhoto({ heads: index % 50 === 0 ? [] : [{ animal: `pet-${index % 7}` }] }),
    );
  }
  const { code, out, notes } = await cli.run('embed', cli.folder);
  expect(code).toBe(3);
  const lines = out.map((line) => JSON.parse(line));
  expect(lines.map(({ file }) => file)).toEqual(names.map((name) => join(cli.folder, name)));
  expect(lines.filter(({ error }) => error !== undefined).map(({ file, heads }) => [file, heads])).toEqual(
    [...bad.keys()].map((name) => [join(cli.folder, name), []]),
  );
  expect(notes).toHaveLength(4);
  for (const name of bad.keys()) expect(notes.join('\n')).toContain(name);
  expect(notes.at(-1)).toBe('3 of 1000 photos could not be read.');
});

test('folders are walked to the bottom; hidden files are left out, links to nothing are named', async () => {
  await using cli = await createFakeCli();
  await mkdir(join(cli.folder, 'b', 'deep'), { recursive: true });
  const photo = fakePhoto({ heads: [] });
  for (const name of ['c.jpg', 'a.png', '.hidden.jpg', 'b/deep/x.webp']) await writeFile(join(cli.folder, name), photo);
  await symlink(join(cli.folder, 'gone.jpg'), join(cli.folder, 'd.jpg'));
  const { code, out } = await cli.run('embed', cli.folder);
  expect(out.map((line) => JSON.parse(line).file)).toEqual(
    ['a.png', 'b/deep/x.webp', 'c.jpg', 'd.jpg'].map((name) => join(cli.folder, name)),
  );
  expect(code).toBe(3);
  expect(JSON.parse(out[3] ?? '').error).toContain('unreadable-file');
});
