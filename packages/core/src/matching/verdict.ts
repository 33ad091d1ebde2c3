import type { FaceJudgement } from './judge-face.ts';
import type { MarksJudgement } from './judge-marks.ts';

/**
 * Are these one animal? `match`: yes, at the strictness of the use; `review`: it may be, a person must look; `unknown`: nothing shows it.
 * `drawn-only`: the marks say yes, but were never measured on real animals and decide nothing alone. `marks-doubt`: the faces say yes and the marks
 * speak against it.
 */
export type Verdict =
  | { readonly kind: 'match' | 'unknown' }
  | { readonly kind: 'review'; readonly why: 'not-sure' | 'drawn-only' | 'marks-doubt' };

/** The face, with the coat weighed in where it says something, decides where it was looked at; marks then only raise doubt. They decide alone where they may (judgeMarks). */
export function verdictOf(face: FaceJudgement | null, marks: MarksJudgement): Verdict {
  if (face === null) return marksAlone(marks);
  if (face.kind === 'unknown') return { kind: 'unknown' };
  if (face.kind === 'review') return { kind: 'review', why: 'not-sure' };
  return marks.kind === 'doubts' ? { kind: 'review', why: 'marks-doubt' } : { kind: 'match' };
}

function marksAlone({ kind, why, calibration }: MarksJudgement): Verdict {
  switch (kind) {
    case 'match':
      return { kind: 'match' };
    case 'supports':
      return { kind: 'review', why: why === 'drawn-only' || calibration.measuredOn === 'drawn' ? 'drawn-only' : 'not-sure' };
    case 'doubts':
    case 'silent':
      return { kind: 'unknown' };
  }
}
