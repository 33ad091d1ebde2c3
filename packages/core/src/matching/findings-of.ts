import type { Use } from '../recognition/decision.ts';
import type { PhotoId } from '../recognition/gallery.port.ts';
import { agreementOf, type MatchingRule } from './agreement.ts';
import { judgeMarks, type MarksJudgement } from './judge-marks.ts';
import type { MarksCalibration } from './mark-finder.port.ts';
import type { Marks } from './marks.ts';
import { strengthOf } from './strength.ts';

/** What the marks in a photo and in a stored one say: for the same animal, against it, or hardly anything. */
export interface MarksFinding {
  readonly says: 'supports' | 'doubts' | 'silent';
  /** Probability and rate allow for choosing the best of `compared`. */
  readonly judgement: MarksJudgement;
  readonly photoId: PhotoId;
  /** Stored photos that the photo was compared with. */
  readonly compared: number;
  /** Name of the photo offered. */
  readonly photo: string;
  /** Of the photo offered and of the stored one, in the order of the agreement's pairs. */
  readonly marks: readonly [Marks, Marks];
}

export interface MarkedStored {
  readonly photoId: PhotoId;
  readonly marks: Marks;
}

/** Support is rarer than this among different animals, whichever stored photo it comes from; see judge-marks.ts. */
const SUPPORT_FMR = 1e-2;
/** Comparisons in a row, of some 5 ms each: more would keep everything else waiting. */
const AT_A_TIME = 4;

interface FindBy {
  readonly rule: MatchingRule;
  readonly calibration: MarksCalibration;
  readonly use: Use;
}

/** A finding for each stored photo, those in which most agrees first. */
export async function findingsOf(
  { photo, marks: own }: { readonly photo: string; readonly marks: Marks },
  stored: readonly MarkedStored[],
  { rule, calibration, use }: FindBy,
): Promise<readonly MarksFinding[]> {
  const findings: MarksFinding[] = [];
  for (const { photoId, marks } of stored) {
    const both = [own, marks] as const;
    const judgement = bestOf(stored.length, judgeMarks({ agreement: agreementOf(...both, rule), marks: both }, calibration, use));
    findings.push({ says: saying(judgement), judgement, photoId, compared: stored.length, photo, marks: both });
    if (findings.length % AT_A_TIME === 0) await othersTurn();
  }
  return findings.sort((a, b) => strengthOf(b.judgement.agreement) - strengthOf(a.judgement.agreement));
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** That one of n photos of other animals agrees so well by chance is up to n times as likely as that one certain photo does. */
function bestOf(n: number, judgement: MarksJudgement): MarksJudgement {
  const { probability, falseMatch } = judgement;
  return {
    ...judgement,
    probability: probability / (probability + n * (1 - probability)),
    falseMatch: { ...falseMatch, rate: Math.min(1, n * falseMatch.rate) },
  };
}

function saying({ kind, falseMatch }: MarksJudgement): MarksFinding['says'] {
  switch (kind) {
    case 'match':
    case 'supports':
      return falseMatch.rate <= SUPPORT_FMR ? 'supports' : 'silent';
    case 'doubts':
    case 'silent':
      return kind;
  }
}
