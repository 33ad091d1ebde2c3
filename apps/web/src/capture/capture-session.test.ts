import type { LiveLook } from '@snout/vision/live';
import { describe, expect, it } from 'vitest';
import { type KeptRecords, recordsInMemory } from '../upload/kept-records.ts';
import type { CaptureDraft } from './capture-draft.ts';
import { type CaptureSession, createCaptureSession } from './capture-session.ts';
import { needsMark } from './captured-photo.ts';
import type { CameraFrame } from './frame-pool.ts';
import { FRAME, head, sighting } from './testing/sightings.ts';

/** A camera whose frames count how many are open. */
function bench(drafts: KeptRecords<CaptureDraft> = recordsInMemory()) {
  let now = 0;
  let ids = 0;
  const open = new Set<number>();
  const session = createCaptureSession<CameraFrame & { readonly number: number }>({
    drafts,
    draftKey: 'enrol',
    now: () => now,
    newId: () => `photo${++ids}`,
    encode: async (frame, name) => new File([String(frame.number)], `${name}.jpg`),
    examine: async () => ({ size: { width: 10, height: 10 }, headSeen: true }),
  });
  let frames = 0;
  const see = (look: LiveLook | null, count = 1, every = 120) => {
    for (; count > 0; count--, now += every) {
      const number = ++frames;
      open.add(number);
      session.see({ ...FRAME, number, close: () => open.delete(number) }, look);
    }
  };
  return { session, see, open, drafts, wait: (ms: number) => (now += ms) };
}

const FRONT = sighting(head()).look;
const NOTHING = sighting(null).look;

/** Photos are encoded in later turns. */
function photosOf(
  session: CaptureSession<never> | CaptureSession<CameraFrame & { readonly number: number }>,
  count: number,
): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (session.view().photos.length < count) return;
      stop();
      resolve();
    };
    const stop = session.subscribe(check);
    check();
  });
}

describe('a session', () => {
  it('makes photos of a burst and goes on to the next step', async () => {
    const { session, see } = bench();
    see(FRONT, 9);
    await photosOf(session, 2);
    expect(session.view().photos).toMatchObject([{ step: 'front', by: 'burst', headSeen: true, size: FRAME }, { step: 'front' }]);
    expect(session.view().capture.step).toBe('left');
    expect(session.view().hint.shown).toBeNull();
  });

  it('says that taken photos are still being made', async () => {
    const { session, see } = bench();
    see(FRONT, 9);
    expect(session.view().developing).toBe(2);
    await photosOf(session, 2);
    expect(session.view().developing).toBe(0);
  });

  it('holds no more frames than it needs, and none after it was closed', async () => {
    const { session, see, open } = bench();
    see(NOTHING, 20);
    expect(open.size).toBe(1);
    see(FRONT, 40, 20);
    expect(open.size).toBeLessThanOrEqual(6);
    session.close();
    expect(open.size).toBe(0);
  });

  it('offers the shutter when it takes long, and at once without a detector', () => {
    const first = bench();
    first.see(NOTHING);
    expect(first.session.view().offersHand).toBe(false);
    first.wait(8000);
    first.see(NOTHING);
    expect(first.session.view().offersHand).toBe(true);
    const second = bench();
    second.see(null);
    expect(second.session.view().offersHand).toBe(true);
  });

  it('asks for a mark in a photo taken by hand in which no head was seen', async () => {
    const { session, see } = bench();
    see(NOTHING, 2);
    session.takeNow();
    await photosOf(session, 1);
    const [photo] = session.view().photos;
    expect(photo && needsMark(photo)).toBe(true);
    session.mark(photo?.id ?? '', [1, 2, 30, 40]);
    const [marked] = session.view().photos;
    expect(marked).toMatchObject({ box: [1, 2, 30, 40] });
    expect(marked && needsMark(marked)).toBe(false);
  });

  it('replaces the photo that is taken anew', async () => {
    const { session, see } = bench();
    see(FRONT, 9);
    await photosOf(session, 2);
    session.finish();
    const [first, second] = session.view().photos;
    if (!first) throw new Error('no photo');
    session.retake(first);
    see(FRONT, 1);
    session.takeNow();
    await photosOf(session, 2);
    await new Promise(setImmediate);
    expect(session.view().photos.map(({ id }) => id)).toEqual([second?.id, 'photo3']);
    expect(session.view().capture.step).toBeNull();
  });

  it('keeps photos and progress over a reload, until it is told to forget them', async () => {
    const drafts = recordsInMemory<CaptureDraft>();
    const before = bench(drafts);
    before.see(FRONT, 9);
    await photosOf(before.session, 2);
    before.session.skip('shy');
    await new Promise(setImmediate);
    before.session.close();

    const after = bench(drafts);
    await after.session.resume();
    expect(after.session.view()).toMatchObject({ ready: true, capture: { step: 'right', done: ['front'] } });
    expect(await after.session.view().photos[0]?.file.text()).toMatch(/^\d+$/);
    await after.session.discard();
    expect(await drafts.all()).toEqual([]);
  });

  it('takes photos of the library in place of the camera', async () => {
    const { session } = bench();
    await session.addFiles([new File(['a'], 'garden.jpg')]);
    expect(session.view().capture.step).toBeNull();
    expect(session.view().photos).toMatchObject([{ step: null, by: 'library', size: { width: 10, height: 10 } }]);
  });
});
