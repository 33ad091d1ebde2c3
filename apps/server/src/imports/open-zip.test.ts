import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip } from './open-zip.ts';

const unreadable = (message: RegExp) => expect.objectContaining({ code: 'import-unreadable', message: expect.stringMatching(message) });

describe('a zip', () => {
  it('gives its files, without what systems put beside them', async () => {
    const zip = await openZip(
      zipSync({
        'pets.csv': strToU8('name'),
        'photos/Zoë.jpg': strToU8('jpeg'),
        '__MACOSX/._pets.csv': strToU8('x'),
        '.DS_Store': strToU8('x'),
      }),
    );
    expect(zip.names).toEqual(['pets.csv', 'photos/Zoë.jpg']);
    expect(await zip.read('photos/Zoe\u0308.jpg', 10)).toEqual({ kind: 'file', bytes: strToU8('jpeg') });
    expect(await zip.read('photos/none.jpg', 10)).toMatchObject({ fault: 'no-such-file' });
    expect(await zip.read('pets.csv', 3)).toMatchObject({ fault: 'too-large', message: expect.stringMatching(/more than/) });
  });

  it.each(['../../etc/cron.d/job', '/etc/passwd', 'a/../../b', 'C:/Windows/a'])('is refused for the name %s', async (name) => {
    await expect(openZip(zipSync({ 'pets.csv': strToU8('name'), [name]: strToU8('x') }))).rejects.toThrow(unreadable(/leads out of it/));
  });

  it('that was made to grow is refused before it grows', async () => {
    const bomb = zipSync({ 'a.jpg': new Uint8Array(30_000_000) }, { level: 9 });
    expect(bomb.byteLength).toBeLessThan(100_000);
    await expect(openZip(bomb)).rejects.toThrow(unreadable(/100 times/));
  });

  it('that says that a file is small is not believed', async () => {
    const packed = zipSync({ 'a.jpg': new Uint8Array(1_000_000) }, { level: 9 });
    const view = new DataView(packed.buffer, packed.byteOffset);
    const directory = view.getUint32(packed.byteLength - 6, true);
    // The size unpacked, in the list of files and before the file.
    view.setUint32(directory + 24, 10, true);
    view.setUint32(22, 10, true);
    const zip = await openZip(packed);
    expect(await zip.read('a.jpg', 100_000)).toMatchObject({ kind: 'fault' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['half of one', zipSync({ 'a.jpg': new Uint8Array(1000) }).subarray(0, 60)],
    ['noise', Uint8Array.from({ length: 500 }, (_, index) => (index * 7919) % 256)],
  ])('is not %s', async (_, bytes) => {
    await expect(openZip(bytes)).rejects.toThrow(unreadable(/no whole zip/));
  });

  it('whose file is damaged says so of that file alone', async () => {
    const packed = zipSync({ 'a.jpg': Uint8Array.from({ length: 4000 }, (_, index) => (index * 31) % 251), 'b.jpg': strToU8('whole') });
    packed.fill(0xff, 60, 90);
    const zip = await openZip(packed);
    expect(await zip.read('a.jpg', 10_000)).toMatchObject({ kind: 'fault' });
    expect(await zip.read('b.jpg', 10_000)).toMatchObject({ kind: 'file' });
  });
});
