import type { FusionPair } from '@snout/core/evaluation';
import {
  agreementOf,
  coatEvidence,
  type Look,
  type LookDeps,
  type LookedAtPhoto,
  lookAtPhoto,
  type Modality,
  ruleFor,
  strengthOf,
} from '@snout/core/matching';
import { templateSimilarity } from '@snout/core/recognition';
import { readPhoto } from '../analyse-file.ts';
import type { OpenComparer } from '../command-context.ts';
import { mapInOrder } from '../map-in-order.ts';
import { startProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';

/** What became of each file: what is compared, or in words why it cannot be. Some 140 KB a photo with marks. */
export type Looks = ReadonlyMap<string, LookedAtPhoto | { readonly kind: 'failed'; readonly message: string }>;

/** Photos on their way beyond those in work, so that no worker waits for the disk. */
const READ_AHEAD = 2;

/** Looks at each file once, whatever pairs it is in. */
export async function lookAtPhotos(
  open: OpenComparer,
  files: readonly string[],
  { terminal, signal, look }: { readonly terminal: Terminal; readonly signal: AbortSignal; readonly look: Look },
): Promise<Looks> {
  const distinct = [...new Set(files)];
  const progress = startProgress(terminal, 'Reading photos', distinct.length);
  const looks = new Map<string, LookedAtPhoto | { readonly kind: 'failed'; readonly message: string }>();
  const results = mapInOrder(distinct, open.workers + READ_AHEAD, async (file) => {
    return { file, result: await lookAtFile(open.deps, file, { look, signal }) };
  });
  for await (const { file, result } of results) {
    looks.set(file, result);
    progress.advance();
  }
  progress.close();
  return looks;
}

/** Never throws for one bad file: a list of thousands goes on. Throws when the work was stopped. */
async function lookAtFile(deps: LookDeps, file: string, { look, signal }: { readonly look: Look; readonly signal: AbortSignal }) {
  signal.throwIfAborted();
  const bytes = await readPhoto(file);
  if (typeof bytes === 'string') return { kind: 'failed', message: bytes } as const;
  try {
    const outcome = await lookAtPhoto(deps, { name: file, bytes }, look);
    return outcome.kind === 'problem' ? ({ kind: 'failed', message: outcome.problem.message } as const) : outcome;
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'failed', message: `analysis-failed: ${error instanceof Error ? error.message : String(error)}` } as const;
  }
}

/** Two photos by face and coat. Both were looked at with their marks. */
export function faceAndCoat(a: LookedAtPhoto, b: LookedAtPhoto, { markFinder }: Pick<LookDeps, 'markFinder'>): FusionPair {
  if (a.marks === null || b.marks === null || a.head === null || b.head === null)
    throw new RangeError('There are not both a face and marks to compare.');
  const agreement = agreementOf(a.marks, b.marks, ruleFor(markFinder.model, 'coat'));
  return {
    similarity: templateSimilarity(a.head.template, b.head.template),
    coat: coatEvidence(agreement, [a.marks, b.marks], [a.head.quality.score, b.head.quality.score]),
  };
}

/** -1 to 1: the similarity of two faces, or how strongly the marks agree. */
export function scoreOf(
  a: LookedAtPhoto,
  b: LookedAtPhoto,
  { deps, modality }: { readonly deps: LookDeps; readonly modality: Modality },
): number {
  if (a.marks !== null && b.marks !== null) return strengthOf(agreementOf(a.marks, b.marks, ruleFor(deps.markFinder.model, modality)));
  if (a.head === null || b.head === null) throw new RangeError('There is neither a face nor marks to compare.');
  return templateSimilarity(a.head.template, b.head.template);
}
