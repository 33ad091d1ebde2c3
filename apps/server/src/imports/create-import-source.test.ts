import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createImportSource } from './create-import-source.ts';

const source = createImportSource();
const file = (list: Uint8Array, photos: Uint8Array | null = null) => source.open({ list, photos });
const text = (content: string) => file(strToU8(content));
const unreadable = (message: RegExp) => expect.objectContaining({ code: 'import-unreadable', message: expect.stringMatching(message) });

describe('a list of pets', () => {
  it('is CSV with a line of names, in the order and the delimiter of whoever wrote it', async () => {
    const lines = [
      '\ufeffPhotos;Name;birth date;Microchips;Allow_Duplicate;colours;reference',
      '"rex-1.jpg|https://photos.example/rex.jpg";Rex;2024-05;276098101234567;yes;black|white;A-7',
      '',
      'mia.jpg;"Mia; the second";;;;;',
    ];
    const { rows } = await text(lines.join('\r\n'));
    expect(rows).toMatchObject([
      {
        kind: 'pet',
        number: 1,
        reference: 'A-7',
        photoFiles: ['rex-1.jpg'],
        photoUrls: ['https://photos.example/rex.jpg'],
        pet: {
          name: 'Rex',
          allowDuplicate: true,
          profile: { birth: { date: '2024-05', estimated: false }, colours: ['black', 'white'], microchips: ['276098101234567'] },
        },
      },
      { kind: 'pet', number: 2, name: 'Mia; the second', pet: { allowDuplicate: false } },
    ]);
  });

  it("is NDJSON as well, and a wrong line is that line's fault", async () => {
    const lines = [
      { name: 'Rex', photos: ['rex.jpg'], sex: 'male' },
      { name: '', photos: [], reference: 'B', colour: 'red' },
      { name: 'Tom', photos: ['tom.jpg'], sex: 'both' },
    ].map((row) => JSON.stringify(row));
    const { rows } = await text([...lines, '{"name": ', '[1]'].join('\n'));
    expect(rows.map(({ kind }) => kind)).toEqual(['pet', 'invalid', 'invalid', 'invalid', 'invalid']);
    const faults = rows.flatMap((row) => (row.kind === 'invalid' ? [row.faults.map(({ field }) => field).sort()] : []));
    expect(faults).toEqual([['colour', 'name', 'photos'], ['sex'], ['row'], ['row']]);
    expect(rows[1]).toMatchObject({ number: 2, reference: 'B' });
  });

  it('whose columns nobody knows is refused with their names', async () => {
    const faults = [
      { field: 'weight', code: 'column-unknown' },
      { field: 'shoe size', code: 'column-unknown' },
    ];
    await expect(text('name,photos,weight,shoe size\nRex,a.jpg,3,4')).rejects.toMatchObject({ faults });
  });

  it.each([
    ['unknown columns', 'name,photos,weight\nRex,a.jpg,3', /Unknown columns: "weight"/],
    ['no column of photos', 'name,sex\nRex,male', /no column "photos"/],
    ['a column twice', 'name,photos,Name\nRex,a.jpg,Max', /Two columns/],
    ['no rows', 'name,photos\n', /no rows/],
    ['an open quote', 'name,photos\n"Rex,a.jpg', /broken/],
    ['too many rows', `name,photos\n${'Rex,a.jpg\n'.repeat(10_001)}`, /more than 10000 rows/],
  ])('is refused with %s', async (_, content, message) => {
    await expect(text(content)).rejects.toThrow(unreadable(message));
  });

  it('is refused in another encoding, with what to do', async () => {
    await expect(file(Uint8Array.of(0xff, 0xfe, 0x6e, 0))).rejects.toThrow(unreadable(/CSV UTF-8/));
  });
});

describe('a packed list', () => {
  it('finds its photos beside it or from the top', async () => {
    const files = {
      'shelter/pets.csv': strToU8('name,photos\nRex,rex.jpg'),
      'shelter/rex.jpg': strToU8('beside'),
      'top.jpg': strToU8('top'),
    };
    const opened = await file(zipSync(files));
    expect(await opened.photo('rex.jpg')).toEqual({ kind: 'file', bytes: strToU8('beside') });
    expect(await opened.photo('top.jpg')).toEqual({ kind: 'file', bytes: strToU8('top') });
    expect(await opened.photo('../../etc/passwd')).toMatchObject({ kind: 'fault', fault: 'no-such-file' });
    opened.close();
  });

  it('may have its photos in a zip beside it', async () => {
    const opened = await file(strToU8('name,photos\nRex,photos/rex.jpg'), zipSync({ 'photos/rex.jpg': strToU8('jpeg') }));
    expect(await opened.photo('photos/rex.jpg')).toEqual({ kind: 'file', bytes: strToU8('jpeg') });
    opened.close();
    const alone = await text('name,photos\nRex,rex.jpg');
    expect(await alone.photo('rex.jpg')).toMatchObject({ kind: 'fault', fault: 'no-zip' });
    const packed = zipSync({ 'pets.csv': strToU8('name,photos\nRex,rex.jpg') });
    await expect(file(packed, packed)).rejects.toMatchObject({ faults: [{ field: 'file', code: 'zips-twice' }] });
  });

  it('tells files of one content, whatever their names', async () => {
    const files = {
      'pets.csv': strToU8('name,photos\nRex,a.jpg'),
      'a.jpg': strToU8('one'),
      'b.jpg': strToU8('one'),
      'c.jpg': strToU8('two'),
    };
    const { photoMark, close } = await file(zipSync(files));
    expect(photoMark('a.jpg')).toBe(photoMark('b.jpg'));
    expect(photoMark('c.jpg')).not.toBe(photoMark('a.jpg'));
    expect(photoMark('d.jpg')).toBeNull();
    close();
  });

  it.each([
    ['no list', { 'a.jpg': strToU8('x') }],
    ['two lists', { 'a.csv': strToU8('name'), 'b.ndjson': strToU8('{}') }],
  ])('is refused with %s', async (_, files: Record<string, Uint8Array>) => {
    await expect(file(zipSync(files))).rejects.toThrow(unreadable(/must hold one list/));
  });
});
