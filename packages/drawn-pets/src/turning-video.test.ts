import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTurningVideo } from './turning-video.ts';
import { y4mFrame } from './y4m.ts';

const SIZE = { width: 96, height: 72 };
const FRAME_BYTES = 'FRAME\n'.length + SIZE.width * SIZE.height * 1.5;

describe('a turning video', () => {
  let folder: string;
  const draw = async (seed: string, name: string) => {
    const path = join(folder, name);
    await writeTurningVideo(path, { seed, species: 'dog', ...SIZE, framesPerSecond: 2, holdSeconds: 1 });
    return readFile(path);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-video-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is whole: a header and frames of one size', async () => {
    const video = await draw('mia', 'mia.y4m');
    const end = video.indexOf('\n') + 1;
    expect(video.subarray(0, end).toString()).toBe('YUV4MPEG2 W96 H72 F2:1 Ip A1:1 C420\n');
    expect((video.length - end) % FRAME_BYTES).toBe(0);
    const count = (video.length - end) / FRAME_BYTES;
    expect(count).toBeGreaterThanOrEqual(10);
    for (let frame = 0; frame < count; frame++) expect(video.subarray(end + frame * FRAME_BYTES).toString('latin1', 0, 6)).toBe('FRAME\n');
    // The last pose is another picture than the first.
    expect(video.subarray(end, end + FRAME_BYTES).equals(video.subarray(-FRAME_BYTES))).toBe(false);
  });

  it('is the same for the same seed, and shows another animal for another', async () => {
    const [first, again, other] = [await draw('mia', '1.y4m'), await draw('mia', '2.y4m'), await draw('tom', '3.y4m')];
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
  });
});

it.each([
  ['white', [255, 255, 255], [235, 128, 128]],
  ['black', [0, 0, 0], [16, 128, 128]],
  ['red', [255, 0, 0], [82, 90, 240]],
] as const)('%s has the values of BT.601', (_, rgb, [y, u, v]) => {
  const frame = y4mFrame({ width: 2, height: 2, rgb: Uint8Array.from([rgb, rgb, rgb, rgb].flat()) });
  const close = (at: number, want: number) => expect(Math.abs((frame[6 + at] ?? 0) - want)).toBeLessThanOrEqual(1);
  close(0, y);
  close(3, y);
  close(4, u);
  close(5, v);
});
