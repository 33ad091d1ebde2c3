import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FakeHead, fakePhoto } from '@snout/core/testing';
import { expect, test } from 'vitest';
import { createFakeCli, type FakeCli } from './testing/fake-context.ts';

/** Writes a file that the fake recogniser reads; several heads make a photo of several animals. */
async function photo(cli: FakeCli, name: string, ...heads: FakeHead[]): Promise<string> {
  const path = join(cli.folder, name);
  await writeFile(path, fakePhoto({ heads }));
  return path;
}

const mia = (view: number): FakeHead => ({ animal: 'mia', view, noise: 0.3 });

test('a pet is enrolled, found again, verified, listed, shown and forgotten', async () => {
  await using cli = await createFakeCli();
  const photos = [await photo(cli, '1.jpg', mia(1)), await photo(cli, '2.jpg', mia(2)), await photo(cli, '3.jpg', mia(3))];
  const enrolled = await cli.run('enrol', '--name', 'Mia', '--json', ...photos);
  expect(enrolled.code).toBe(0);
  const { pet, photos: stored } = JSON.parse(enrolled.out[0] ?? '');
  expect(pet).toMatchObject({ name: 'Mia', species: 'cat' });
  expect(stored).toHaveLength(3);
  expect(stored[0]).not.toHaveProperty('template');

  const probe = await photo(cli, 'probe.jpg', mia(9));
  const identified = await cli.run('identify', probe);
  expect(identified.code).toBe(0);
  expect(identified.out.join('\n')).toContain('This is Mia.');
  expect(identified.out.join('\n')).not.toMatch(/similarity/i);
  const verified = await cli.run('verify', '--pet', pet.id, probe);
  expect(verified.code).toBe(0);
  expect(verified.out.join('\n')).toMatch(/marks of face and coat agree, .* That supports that it is the same animal\./);
  const told = JSON.parse((await cli.run('verify', '--json', '--pet', pet.id, probe)).out[0] ?? '');
  expect(told.coat).toMatchObject({ says: 'supports', compared: 3, photo: expect.stringContaining('probe.jpg') });
  expect(told.coat).not.toHaveProperty('marks');
  const doubted = await cli.run('verify', '--pet', pet.id, await photo(cli, 'twin.jpg', { ...mia(11), coat: 'a twin' }));
  expect(doubted.code).toBe(1);
  expect(doubted.out.join('\n')).toContain('speak against it');
  expect((await cli.run('pets')).out).toEqual([`${pet.id}  Mia  cat  3 photos`]);
  expect((await cli.run('show', pet.id)).out).toHaveLength(5);
  const forgotten = await cli.run('forget', pet.id);
  expect(forgotten.out).toEqual(['Mia and 3 photos are forgotten: files and templates are gone.']);
  expect((await cli.run('pets')).out).toEqual([]);
});

test('a pet that is enrolled already is named, nothing is stored, and the exit code says no', async () => {
  await using cli = await createFakeCli();
  await cli.run('enrol', '--name', 'Mia', await photo(cli, '1.jpg', mia(1)), await photo(cli, '2.jpg', mia(2)));
  const again = await cli.run('enrol', '--name', 'Minka', await photo(cli, '3.jpg', mia(3)));
  expect(again.code).toBe(1);
  expect(again.out.join('\n')).toMatch(/enrolled already[\s\S]*Mia \(cat\) looks the same/);
  expect((await cli.run('pets')).out).toHaveLength(1);
  expect((await cli.run('enrol', '--name', 'Minka', '--allow-duplicate', join(cli.folder, '3.jpg'))).code).toBe(0);
  expect((await cli.run('pets')).out).toHaveLength(2);
});

test('a stranger is unknown, and another pet does not verify: exit code 1', async () => {
  await using cli = await createFakeCli();
  const enrolled = await cli.run('enrol', '--json', '--name', 'Mia', await photo(cli, '1.jpg', mia(1)));
  const { id } = JSON.parse(enrolled.out[0] ?? '').pet;
  const stranger = await photo(cli, 'stranger.jpg', { animal: 'tom' });
  const identified = await cli.run('identify', '--json', stranger);
  expect(identified.code).toBe(1);
  expect(JSON.parse(identified.out[0] ?? '').photos[0].heads[0].decision.kind).toBe('unknown');
  expect((await cli.run('verify', '--pet', id, stranger)).code).toBe(1);
});

test('photos that cannot be used are named on stderr and the others are done: exit code 3', async () => {
  await using cli = await createFakeCli();
  await cli.run('enrol', '--name', 'Mia', await photo(cli, '1.jpg', mia(1)), await photo(cli, '2.jpg', mia(2)));
  const bad = join(cli.folder, 'notes.txt');
  await writeFile(bad, 'no photo');
  const found = await cli.run('identify', '--json', await photo(cli, 'good.jpg', mia(5)), bad);
  expect(found.code).toBe(3);
  expect(found.notes).toEqual([`${bad}: This file is not a photo.`]);
  expect(JSON.parse(found.out[0] ?? '').photos).toHaveLength(2);
  expect((await cli.run('enrol', '--name', 'Empty', bad)).code).toBe(3);
});

test('a folder of many photos is identified photo by photo', async () => {
  await using cli = await createFakeCli();
  await cli.run('enrol', '--name', 'Mia', await photo(cli, '1.jpg', mia(1)), await photo(cli, '2.jpg', mia(2)));
  const many = await Promise.all(Array.from({ length: 30 }, (_, view) => photo(cli, `probe-${view}.jpg`, mia(100 + view))));
  const found = await cli.run('identify', '--json', ...many);
  expect(found.code).toBe(0);
  expect(JSON.parse(found.out[0] ?? '')).toMatchObject({ together: null, photos: { length: 30 } });
});

test('wrong command lines end with exit code 2 and say what is wrong', async () => {
  await using cli = await createFakeCli();
  const lines = [
    ['frobnicate'],
    ['enrol', 'x.jpg'],
    ['identify', '--limit', 'many', 'x.jpg'],
    ['identify', join(cli.folder, 'missing.jpg')],
    ['show', 'no-such-pet'],
    ['verify', '--pet', 'no-such-pet', await photo(cli, '1.jpg', mia(1))],
    ['evaluate', join(cli.folder, 'missing')],
    ['embed', '--species', 'cow', cli.folder],
  ];
  for (const line of lines) {
    const outcome = await cli.run(...line);
    expect([line[0], outcome.code, outcome.out]).toEqual([line[0], 2, []]);
    expect(outcome.notes.length).toBeGreaterThan(0);
  }
});

test('templates of an older model are made anew', async () => {
  await using cli = await createFakeCli();
  await cli.run('enrol', '--name', 'Mia', await photo(cli, '1.jpg', mia(1)), await photo(cli, '2.jpg', mia(2)));
  const done = await cli.run('re-embed', '--json');
  expect(done.code).toBe(0);
  expect(JSON.parse(done.out[0] ?? '')).toEqual({ renewed: 0, failed: [], cancelled: false });
});

test('a command that is stopped says so with exit code 130 and stores nothing', async () => {
  await using cli = await createFakeCli();
  const path = await photo(cli, '1.jpg', mia(1));
  cli.stop.abort();
  const stopped = await cli.run('embed', path);
  expect(stopped).toEqual({ code: 130, out: [], notes: ['snout: Stopped.'] });
});
