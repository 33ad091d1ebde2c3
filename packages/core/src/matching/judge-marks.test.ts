import { describe, expect, it } from 'vitest';
import type { Agreement } from './agreement.ts';
import type { FaceJudgement } from './judge-face.ts';
import { judgeMarks, type MarksJudgement } from './judge-marks.ts';
import { strengthOf } from './strength.ts';
import { madeUpCalibration, randomMarks, toMarks } from './testing/made-up-marks.ts';
import { verdictOf } from './verdict.ts';

const CALIBRATION = madeUpCalibration('photos');
const DRAWN = madeUpCalibration('drawn');
const many = toMarks(randomMarks(300, 1));
const few = toMarks(randomMarks(20, 2));

const agreement = (pairs: number): Agreement => ({
  pairs: Array.from({ length: pairs }, (_, i) => ({ a: i, b: i })),
  of: 300,
  coverage: pairs > 0 ? 0.8 : 0,
  residual: pairs > 0 ? 0.002 : null,
});
const judge = (pairs: number, calibration = CALIBRATION, marks = many): MarksJudgement =>
  judgeMarks({ agreement: agreement(pairs), marks: [many, marks] }, calibration, 'claim');

describe('strengthOf', () => {
  it('is 0 for no agreement, grows with every mark, with what they cover and how exactly they lie, and stays below 1', () => {
    expect(strengthOf(agreement(0))).toBe(0);
    const strengths = [10, 40, 160, 512].map((pairs) => strengthOf(agreement(pairs)));
    expect(strengths).toEqual(strengths.toSorted((a, b) => a - b));
    expect(strengths.at(-1)).toBeLessThan(1);
    expect(strengthOf({ ...agreement(40), coverage: 0.2 })).toBeLessThan(strengthOf(agreement(40)));
    expect(strengthOf({ ...agreement(40), residual: 0.02 })).toBeLessThan(strengthOf(agreement(40)));
  });
});

describe('judgeMarks', () => {
  it('tells a match from support, silence and doubt', () => {
    expect([300, 0].map((pairs) => judge(pairs).kind)).toEqual(['match', 'doubts']);
    const kinds = Array.from({ length: 300 }, (_, pairs) => judge(pairs).kind);
    expect(kinds.filter((kind, i) => kind !== kinds[i - 1])).toEqual(['doubts', 'silent', 'supports', 'match']);
  });

  it('never gives a match from a calibration on drawings, however well the marks agree', () => {
    for (let pairs = 0; pairs <= 512; pairs++) expect(judge(pairs, DRAWN).kind).not.toBe('match');
    expect(judge(512, DRAWN)).toMatchObject({ kind: 'supports', why: 'drawn-only' });
  });

  it('never gives a match where too little was measured for the use', () => {
    const small = { ...CALIBRATION, fmr: CALIBRATION.fmr.slice(0, 2) };
    expect(judge(512, small).kind).toBe('supports');
    expect(judgeMarks({ agreement: agreement(512), marks: [many, many] }, small, 'lost-pet').kind).toBe('match');
  });

  it('does not doubt because a photo shows too few marks to agree', () => {
    expect(judge(0, CALIBRATION, few)).toMatchObject({ kind: 'silent', why: 'few-marks' });
  });
});

describe('verdictOf', () => {
  const face = (kind: FaceJudgement['kind']): FaceJudgement => ({
    kind,
    probability: 0.5,
    falseMatch: { rate: 0.1, bound: 'measured' },
    why: [],
  });

  it('lets marks alone decide only when they were measured on real animals', () => {
    expect(verdictOf(null, judge(300))).toEqual({ kind: 'match' });
    expect(verdictOf(null, judge(512, DRAWN))).toEqual({ kind: 'review', why: 'drawn-only' });
    expect(verdictOf(null, judge(0, DRAWN))).toEqual({ kind: 'unknown' });
    expect(verdictOf(null, judge(0))).toEqual({ kind: 'unknown' });
  });

  it('lets the face decide, and a doubt of the marks call a person', () => {
    expect(verdictOf(face('match'), judge(300))).toEqual({ kind: 'match' });
    expect(verdictOf(face('match'), judge(0))).toEqual({ kind: 'review', why: 'marks-doubt' });
    expect(verdictOf(face('match'), judge(0, DRAWN))).toEqual({ kind: 'review', why: 'marks-doubt' });
    expect(verdictOf(face('match'), judge(0, CALIBRATION, few))).toEqual({ kind: 'match' });
    for (const marks of [judge(300), judge(0)]) {
      expect(verdictOf(face('review'), marks)).toEqual({ kind: 'review', why: 'not-sure' });
      expect(verdictOf(face('unknown'), marks)).toEqual({ kind: 'unknown' });
    }
  });
});
