import type { MarkFinder } from '../matching/index.ts';
import type { PhotoFile, RecognitionDeps } from '../recognition/index.ts';
import { createFakeMarkFinder } from './fake-mark-finder.ts';
import { createFakeRecogniser, type FakeHead, type FakeNose, fakePhoto } from './fake-recogniser.ts';
import { createCountingIds, createFixedClock } from './fixed-clock-and-ids.ts';
import { createInMemoryGallery } from './in-memory-gallery.ts';
import { createInMemoryPhotoStore } from './in-memory-photo-store.ts';

/** Everything the recognition use cases stand on, in memory, empty. */
export function createInMemoryDeps(): RecognitionDeps & {
  readonly clock: ReturnType<typeof createFixedClock>;
  readonly markFinder: MarkFinder;
} {
  const clock = createFixedClock();
  return {
    gallery: createInMemoryGallery(),
    photos: createInMemoryPhotoStore(clock),
    recogniser: createFakeRecogniser(),
    markFinder: createFakeMarkFinder(),
    clock,
    ids: createCountingIds(),
  };
}

/** Makes photo files for the fake recogniser: each shows a view never taken before of the animals named. */
export function createPhotographer(): (...animals: readonly (string | FakeHead)[]) => PhotoFile {
  let lastView = 0;
  return (...animals) => {
    lastView++;
    const heads = animals.map((animal) => ({ view: lastView, ...(typeof animal === 'string' ? { animal } : animal) }));
    return { name: `photo-${lastView}.jpg`, bytes: fakePhoto({ heads }) };
  };
}

/** Close-ups of noses for the fake mark finder: no head is seen in them. */
export function closeUpOf(nose: FakeNose): PhotoFile {
  return { name: `nose-of-${nose.animal}-${nose.view ?? 0}.jpg`, bytes: fakePhoto({ heads: [], nose }), view: 'nose' };
}
