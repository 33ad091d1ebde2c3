import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDateFault, latestBirthDay } from './birth-date.ts';
import { addDays, addMonths, dayIn, daysBetween, isCalendarDay, toCalendarDay } from './calendar-day.ts';
import { duePhotos, photoSchedule } from './photo-schedule.ts';

const day = toCalendarDay;
const exact = (date: string) => ({ date, estimated: false });
const face = (birth: string | null, last: string, timeZone = 'UTC') =>
  photoSchedule({ birth: birth === null ? null : exact(birth), lastFace: new Date(last), lastNose: null }, timeZone).face;
const nose = (birth: string, last: string) => photoSchedule({ birth: exact(birth), lastFace: null, lastNose: new Date(last) }, 'UTC').nose;

const anyDay = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((date) => dayIn(date, 'UTC'));
const anyZone = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'Australia/Lord_Howe');
const anyInstant = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });

describe('re-photograph schedule', () => {
  it('asks for a young animal every 90 days, for a grown one after a year', () => {
    expect(face('2026-01-10', '2026-03-01T12:00:00Z')).toBe('2026-05-30');
    expect(face('2020-01-10', '2026-03-01T12:00:00Z')).toBe('2027-03-01');
    expect(face(null, '2026-03-01T12:00:00Z')).toBe('2027-03-01');
  });

  it('holds an animal for young until the day it is 18 months old', () => {
    expect(face('2024-08-31', '2026-02-27T12:00:00Z')).toBe('2026-05-28');
    expect(face('2024-08-31', '2026-02-28T12:00:00Z')).toBe('2027-02-28');
  });

  it('knows leap days', () => {
    expect(face('2020-01-01', '2028-02-29T12:00:00Z')).toBe('2029-02-28');
    expect(face('2028-02-29', '2028-02-29T12:00:00Z')).toBe('2028-05-29');
    expect(nose('2028-08-29', '2028-10-01T00:00:00Z')).toBe('2029-02-28');
    expect(nose('2027-08-31', '2027-10-01T00:00:00Z')).toBe('2028-02-29');
  });

  it('counts days where the owner is', () => {
    const evening = '2026-03-01T20:00:00Z';
    expect(face(null, evening, 'Asia/Shanghai')).toBe('2027-03-02');
    expect(face(null, evening, 'America/New_York')).toBe('2027-03-01');
  });

  it('asks for the nose again once, at 6 months', () => {
    expect(nose('2026-01-10', '2026-03-01T12:00:00Z')).toBe('2026-07-10');
    expect(nose('2026-01-10', '2026-07-10T12:00:00Z')).toBeNull();
  });

  it('takes an estimated birth as late as it may have been', () => {
    expect(latestBirthDay(exact('2024'), day('2026-01-01'))).toBe('2024-12-31');
    expect(latestBirthDay(exact('2024-02'), day('2026-01-01'))).toBe('2024-02-29');
    expect(latestBirthDay(exact('2026'), day('2026-03-04'))).toBe('2026-03-04');
    expect(face('2025', '2026-03-01T12:00:00Z')).toBe('2026-05-30');
  });

  it('names what is due, longest first', () => {
    const schedule = { face: day('2026-05-01'), nose: day('2026-04-01') };
    expect(duePhotos(schedule, day('2026-03-31'))).toEqual([]);
    expect(duePhotos(schedule, day('2026-04-01'))).toEqual(['nose']);
    expect(duePhotos(schedule, day('2026-06-01'))).toEqual(['nose', 'face']);
    expect(duePhotos({ face: null, nose: null }, day('2026-06-01'))).toEqual([]);
  });

  it('lets 90 days pass for the young whatever the clocks do', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, fc.nat(520), (last, timeZone, ageDays) => {
        const today = dayIn(last, timeZone);
        const due = photoSchedule({ birth: exact(addDays(today, -ageDays)), lastFace: last, lastNose: null }, timeZone).face;
        expect(due && daysBetween(today, due)).toBe(90);
      }),
    );
  });

  it('lets a whole year pass for the grown, on the same date but for the leap day', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (last, timeZone) => {
        const today = dayIn(last, timeZone);
        const due = photoSchedule({ birth: null, lastFace: last, lastNose: null }, timeZone).face ?? today;
        expect([365, 366]).toContain(daysBetween(today, due));
        expect(due.slice(5)).toBe(today.endsWith('-02-29') ? '02-28' : today.slice(5));
      }),
    );
  });
});

describe('calendar days', () => {
  it('refuse what is no day', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '']) expect(isCalendarDay(text)).toBe(false);
    expect(isCalendarDay('2028-02-29')).toBe(true);
  });

  it('are never jumped over when months are added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (start, months) => {
        const later = addMonths(start, months);
        const [a, b] = [start, later].map((one) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7)));
        expect((b ?? 0) - (a ?? 0)).toBe(months);
        expect(later.slice(8) <= start.slice(8)).toBe(true);
        expect(addMonths(start, months + 1) > later).toBe(true);
      }),
    );
  });

  it('add up', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});

describe('birth dates', () => {
  it('are days, months or years that have been, not too long ago', () => {
    const today = day('2026-06-15');
    const fault = (date: string) => birthDateFault({ date, estimated: true }, today);
    for (const fine of ['2026-06-15', '2026-06', '2026', '1990', '2024-02-29']) expect(fault(fine)).toBeNull();
    for (const future of ['2026-06-16', '2026-07', '2027']) expect(fault(future)).toBe('in-the-future');
    for (const wrong of ['2025-02-29', '2025-13', 'May 2025', '']) expect(fault(wrong)).toBe('not-a-date');
    for (const old of ['1985', '1986-06-14']) expect(fault(old)).toBe('too-long-ago');
  });
});
