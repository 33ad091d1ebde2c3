import { type CoatFinding, describeCoat } from '@snout/core/matching';
import { describeDecision, type PetId, type Use, type VerifyResult, verify as verifyPet } from '@snout/core/recognition';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { noteBadPhoto, readPhotoFiles } from '../photo-files.ts';
import { findPhotoFiles } from '../photo-paths.ts';
import { publicHead } from '../public-shapes.ts';

export interface VerifyOptions extends CommonOptions {
  readonly pet: string;
  readonly use: Use;
}

/** Is this that pet, by face and coat? Yes only at the strictness of the use; `review` is not yes. */
export async function verify(context: CommandContext, paths: readonly string[], options: VerifyOptions): Promise<ExitCode> {
  const { terminal } = context;
  const { photos, unreadable } = await readPhotoFiles(terminal, await findPhotoFiles(paths));
  if (photos.length === 0) return EXIT.badPhotos;
  await using stored = await context.openGallery(options);
  await using models = await context.openComparer(options);
  const result = await verifyPet({ ...stored.deps, ...models.deps }, { petId: options.pet as PetId, photos, use: options.use });
  const problems = result.kind === 'rejected' ? result.problems : result.skipped;
  for (const problem of problems) noteBadPhoto(terminal, problem.photo, problem.message);
  if (options.json) await terminal.print(JSON.stringify(toJson(result)));
  else for (const line of describe(result)) await terminal.print(line);
  if (result.kind === 'rejected') return EXIT.badPhotos;
  if (result.decision.kind !== 'match') return EXIT.no;
  return problems.length + unreadable > 0 ? EXIT.badPhotos : EXIT.ok;
}

function toJson(result: VerifyResult) {
  if (result.kind === 'rejected') return result;
  return {
    ...result,
    coat: result.coat && coatJson(result.coat),
    heads: result.heads.map(({ photo, head }) => ({ photo, ...publicHead(head) })),
    verdict: describeDecision(result.decision, result.pet.species),
  };
}

/** Without the marks' vectors, which say nothing to a reader and much to a copier. */
function coatJson(finding: CoatFinding) {
  const { says, judgement, photoId, compared, photo } = finding;
  const { agreement, probability, falseMatch, why } = judgement;
  const { pairs, of } = agreement;
  return { says, why, agree: pairs.length, of, probability, falseMatch, photo, photoId, compared, words: describeCoat(finding) };
}

function describe(result: VerifyResult): readonly string[] {
  if (result.kind === 'rejected') return ['None of the photos can be compared.'];
  return [...describeDecision(result.decision, result.pet.species), ...(result.coat ? describeCoat(result.coat) : [])];
}
