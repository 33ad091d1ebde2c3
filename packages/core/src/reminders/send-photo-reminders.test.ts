import { describe, expect, it } from 'vitest';
import { toCalendarDay } from '../pets/index.ts';
import type { PetId } from '../recognition/index.ts';
import { dueReminders, newestPhotos, type PhotoTime, type RemindedPet } from './index.ts';

const photo = (added: string, more: Partial<PhotoTime> = {}): PhotoTime => ({
  view: 'face',
  takenAt: null,
  addedAt: new Date(`${added}T12:00:00Z`),
  ...more,
});
const pet = (birth: string | null, photos: readonly PhotoTime[]): RemindedPet => ({
  petId: 'mia' as PetId,
  name: 'Mia',
  birth: birth === null ? null : { date: birth, estimated: false },
  photos,
  owner: { personId: 'ada', address: 'ada@example.org', locale: 'en' },
});
const due = (reminded: RemindedPet, today: string) => dueReminders(reminded, toCalendarDay(today)).map(({ view, dueOn }) => [view, dueOn]);

describe('reminders of new photos', () => {
  it('come every 90 days while a pet is young, and a year after the last photo when it is grown or of unknown age', () => {
    const photos = [photo('2026-01-01'), photo('2025-01-01')];
    expect(due(pet('2025-12-01', photos), '2026-03-31')).toEqual([]);
    expect(due(pet('2025-12-01', photos), '2026-04-01')).toEqual([['face', '2026-04-01']]);
    expect(due(pet('2020', photos), '2026-12-31')).toEqual([]);
    for (const birth of ['2020', null]) expect(due(pet(birth, photos), '2027-02-03')).toEqual([['face', '2027-01-01']]);
  });

  it('come for the nose once it no longer changes, if it was photographed before', () => {
    const photos = [photo('2026-06-20'), photo('2026-02-01', { view: 'nose' })];
    expect(due(pet('2026-01-01', photos), '2026-06-30')).toEqual([]);
    expect(due(pet('2026-01-01', photos), '2026-07-01')).toEqual([['nose', '2026-07-01']]);
    expect(due(pet('2026-01-01', [...photos, photo('2026-07-02', { view: 'nose' })]), '2026-07-03')).toEqual([]);
  });

  it('go by the camera, but never by one that is ahead', () => {
    const taken = newestPhotos([photo('2026-05-01', { takenAt: '2024-02-03T10:00:00' })]);
    expect(taken.lastFace?.toISOString()).toBe('2024-02-03T10:00:00.000Z');
    const ahead = newestPhotos([photo('2026-05-01', { takenAt: '2099-01-01T00:00:00' }), photo('2026-04-01', { takenAt: 'no time' })]);
    expect(ahead.lastFace?.toISOString()).toBe('2026-05-01T12:00:00.000Z');
    expect(newestPhotos([])).toEqual({ lastFace: null, lastNose: null });
  });
});
