import { describe, expect, it } from 'vitest';
import { changeDraft, emptyDraft, photosToSend, type SeenPhoto } from './enrol-draft.ts';

const file = new File([], 'a.jpg');
const head = (x: number) => ({
  box: [x, 0, x + 10, 10] as [number, number, number, number],
  species: 'cat' as const,
  score: 1,
  landmarks: { leftEye: null, rightEye: null, nose: null },
  quality: { score: 50, reasons: [], model: 'q' },
});
const pair: SeenPhoto = {
  kind: 'analysed',
  photo: 'a.jpg',
  width: 100,
  height: 100,
  takenAt: null,
  heads: [head(0), head(20)],
  nose: null,
};

describe('a draft', () => {
  it('has another key after every change of its content, and the same for a repetition', () => {
    const first = emptyDraft();
    const named = changeDraft(first, { kind: 'name', name: 'Rex' });
    const close = changeDraft(named, { kind: 'photos-added', photos: [{ id: 9, file, drawn: null, view: 'nose' }] });
    expect(photosToSend(close.photos)).toEqual([{ file, box: null, view: 'nose' }]);
    const withPhoto = changeDraft(named, { kind: 'photos-added', photos: [{ id: 1, file, drawn: null }] });
    const seen = changeDraft(withPhoto, { kind: 'photos-seen', seen: new Map([[1, pair]]) });
    expect(new Set([first, named, withPhoto].map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
    expect(seen.idempotencyKey).toBe(withPhoto.idempotencyKey);
  });

  it('sends the box of a head only when a person chose it', () => {
    const added = changeDraft(emptyDraft(), { kind: 'photos-added', photos: [{ id: 1, file, drawn: null }] });
    const seen = changeDraft(added, { kind: 'photos-seen', seen: new Map([[1, pair]]) });
    expect(photosToSend(seen.photos)).toEqual([{ file, box: null }]);
    const chosen = changeDraft(seen, { kind: 'head-chosen', id: 1, index: 1 });
    expect(photosToSend(chosen.photos)).toEqual([{ file, box: [20, 0, 30, 10] }]);
  });

  it('sends the box that a person drew, also where several heads were seen', () => {
    const added = changeDraft(emptyDraft(), { kind: 'photos-added', photos: [{ id: 1, file, drawn: [1, 2, 3, 4] }] });
    const seen = changeDraft(added, { kind: 'photos-seen', seen: new Map([[1, pair]]) });
    expect(photosToSend(seen.photos)).toEqual([{ file, box: [1, 2, 3, 4] }]);
  });

  it('is as it was when it is restored, key and all', () => {
    const draft = changeDraft(emptyDraft(), { kind: 'name', name: 'Rex' });
    expect(changeDraft(emptyDraft(), { kind: 'restored', draft })).toEqual(draft);
  });

  it('forgets photos that are removed', () => {
    const added = changeDraft(emptyDraft(), {
      kind: 'photos-added',
      photos: [
        { id: 1, file, drawn: null },
        { id: 2, file, drawn: null },
      ],
    });
    expect(changeDraft(added, { kind: 'photo-removed', id: 1 }).photos.map(({ id }) => id)).toEqual([2]);
  });
});
