import {
  type Candidate,
  type Decision,
  describeDecision,
  type IdentifiedPhoto,
  type IdentifyResult,
  identify as identifyPhotos,
  type RecognitionDeps,
  type Species,
  type Use,
} from '@snout/core/recognition';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { noteBadPhoto, readPhotoFiles } from '../photo-files.ts';
import { findPhotoFiles } from '../photo-paths.ts';
import { startProgress } from '../progress.ts';
import { publicHead } from '../public-shapes.ts';
import { percent } from '../wording.ts';

export interface IdentifyOptions extends CommonOptions {
  readonly limit: number;
  readonly use: Use;
  readonly species?: Species;
}

/** Up to this many photos are judged together too, as photos of perhaps one animal; more are a folder, judged one by one. */
const TOGETHER_AT_MOST = 20;

export async function identify(context: CommandContext, paths: readonly string[], options: IdentifyOptions): Promise<ExitCode> {
  const files = await findPhotoFiles(paths);
  const batches = files.length > TOGETHER_AT_MOST ? files.map((file) => [file]) : [files];
  await using engine = await context.openEngine(options);
  const progress = startProgress(context.terminal, 'Identifying', batches.length);
  const photos: IdentifiedPhoto[] = [];
  let together: Decision | null = null;
  let bad = 0;
  for (const batch of batches) {
    context.signal.throwIfAborted();
    const read = await identifyBatch(context, engine.deps, batch, options);
    photos.push(...read.result.photos);
    together = read.result.together;
    bad += read.unreadable;
    progress.advance();
  }
  progress.close();
  for (const photo of photos) if (photo.kind === 'problem') noteBadPhoto(context.terminal, photo.photo, photo.problem.message);
  bad += photos.filter((photo) => photo.kind === 'problem').length;
  const lines = options.json ? [JSON.stringify(toJson(photos, together))] : describe(photos, together);
  for (const line of lines) await context.terminal.print(line);
  if (!photos.every(hasMatch)) return EXIT.no;
  return bad > 0 ? EXIT.badPhotos : EXIT.ok;
}

async function identifyBatch(
  context: CommandContext,
  deps: RecognitionDeps,
  files: readonly string[],
  { limit, use, species }: IdentifyOptions,
): Promise<{ readonly result: IdentifyResult; readonly unreadable: number }> {
  const { photos, unreadable } = await readPhotoFiles(context.terminal, files);
  if (photos.length === 0) return { result: { photos: [], together: null }, unreadable };
  const result = await identifyPhotos(deps, { photos, use, limit, ...(species ? { species } : {}) });
  return { result, unreadable };
}

/** Photos that could not be used say neither yes nor no. */
function hasMatch(photo: IdentifiedPhoto): boolean {
  return photo.kind === 'problem' || photo.heads.some(({ decision }) => decision.kind === 'match');
}

function toJson(photos: readonly IdentifiedPhoto[], together: Decision | null) {
  return {
    photos: photos.map((photo) =>
      photo.kind === 'problem'
        ? { file: photo.photo, problem: photo.problem }
        : {
            file: photo.photo,
            width: photo.width,
            height: photo.height,
            heads: photo.heads.map(({ head, decision }) => ({
              ...publicHead(head),
              decision,
              verdict: describeDecision(decision, head.species),
            })),
          },
    ),
    together,
  };
}

function describe(photos: readonly IdentifiedPhoto[], together: Decision | null): string[] {
  const lines = photos.flatMap((photo) => {
    if (photo.kind === 'problem') return [];
    return photo.heads.flatMap(({ head, decision }, index) => [
      `${photo.photo}${photo.heads.length > 1 ? `, head ${index + 1} of ${photo.heads.length}` : ''} (${head.species})`,
      ...describeDecision(decision, head.species).map((sentence) => `  ${sentence}`),
      ...decision.candidates.map(describeCandidate),
    ]);
  });
  const species = photos.find((photo) => photo.kind === 'identified')?.heads[0]?.head.species;
  if (together === null || species === undefined) return lines;
  return [...lines, 'If all these photos show one animal', ...describeDecision(together, species).map((sentence) => `  ${sentence}`)];
}

function describeCandidate({ pet, probability }: Candidate): string {
  return `  ${percent(probability).padStart(11)}  ${pet.id}  ${pet.name}`;
}
