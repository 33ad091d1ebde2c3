import { createHash } from 'node:crypto';
import { drawnJpeg } from '../../e2e/drawn-jpeg.ts';

export interface PooledPhoto {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PhotoPool {
  /** Photos of one animal, each a file that nobody has sent before. */
  next(count: number): readonly PooledPhoto[];
}

/** Animals in whose drawn photos a head is found. */
const ANIMALS = ['rex', 'zorro', 'ben'];
const VIEWS = [1, 2, 3];

/** Draws a few animals; their photos become new files by a comment, so that drawing takes no time of the load. */
export async function drawPhotoPool(): Promise<PhotoPool> {
  const animals: Uint8Array[][] = [];
  for (const animal of ANIMALS) animals.push(await Promise.all(VIEWS.map(async (view) => (await drawnJpeg(animal, 'dog', view)).bytes())));
  let sent = 0;
  return {
    next(count) {
      const views = animals[sent % animals.length] ?? [];
      return Array.from({ length: count }, () => {
        sent++;
        return commented(views[sent % views.length] ?? new Uint8Array(), `photo ${sent}`);
      });
    },
  };
}

/** A JPEG with a comment (marker COM, ITU-T T.81 B.2.4.5) right after its start: other bytes, the same picture. */
function commented(jpeg: Uint8Array, comment: string): PooledPhoto {
  const text = new TextEncoder().encode(comment);
  const bytes = new Uint8Array(jpeg.length + text.length + 4);
  bytes.set(jpeg.subarray(0, 2));
  bytes.set([0xff, 0xfe, 0, text.length + 2], 2);
  bytes.set(text, 6);
  bytes.set(jpeg.subarray(2), 6 + text.length);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
