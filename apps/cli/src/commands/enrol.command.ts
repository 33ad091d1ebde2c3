import { type Duplicate, type EnrolResult, enrolPet, type PhotoProblem, type Species, sweepOrphanPhotos } from '@snout/core/recognition';
import { UsageError } from '../cli-error.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { noteBadPhoto, readPhotoFiles } from '../photo-files.ts';
import { findPhotoFiles } from '../photo-paths.ts';
import { publicPhoto } from '../public-shapes.ts';
import { percent, plural } from '../wording.ts';

export interface EnrolOptions extends CommonOptions {
  readonly name: string;
  readonly species?: Species;
  readonly allowDuplicate?: boolean;
  readonly sameAnimal?: boolean;
}

/** Photos of one pet are held in memory together until they are stored. */
const MAX_PHOTOS = 100;

export async function enrol(context: CommandContext, paths: readonly string[], options: EnrolOptions): Promise<ExitCode> {
  const { terminal } = context;
  const files = await findPhotoFiles(paths);
  if (files.length > MAX_PHOTOS)
    throw new UsageError(`${files.length} photos are too many for one pet: choose up to ${MAX_PHOTOS} good ones.`);
  const { photos, unreadable } = await readPhotoFiles(terminal, files);
  if (photos.length === 0) return EXIT.badPhotos;
  await using engine = await context.openEngine(options);
  await sweepOrphanPhotos(engine.deps);
  const result = await enrolPet(engine.deps, {
    name: options.name,
    photos,
    ...(options.species ? { species: options.species } : {}),
    ...(options.allowDuplicate ? { allowDuplicate: true } : {}),
    ...(options.sameAnimal ? { sameAnimal: true } : {}),
  });
  const problems = problemsOf(result);
  for (const problem of problems) noteBadPhoto(terminal, problem.photo, problem.message);
  if (options.json) await terminal.print(JSON.stringify(toJson(result)));
  else for (const line of describe(result)) await terminal.print(line);
  switch (result.kind) {
    case 'possible-duplicate':
      return EXIT.no;
    case 'rejected':
      return EXIT.badPhotos;
    case 'enrolled':
      return problems.length + unreadable > 0 ? EXIT.badPhotos : EXIT.ok;
  }
}

function problemsOf(result: EnrolResult): readonly PhotoProblem[] {
  return result.kind === 'rejected' ? result.problems : result.skipped;
}

function toJson(result: EnrolResult) {
  return result.kind === 'enrolled' ? { ...result, photos: result.photos.map(publicPhoto) } : result;
}

function describe(result: EnrolResult): readonly string[] {
  switch (result.kind) {
    case 'enrolled':
      return [`${result.pet.name} is enrolled with ${plural(result.photos.length, 'photo')}: ${result.pet.id}`];
    case 'rejected':
      return ['Nothing was stored: the photos named above cannot be used together.'];
    case 'possible-duplicate':
      return [
        'Nothing was stored: this pet may be enrolled already.',
        ...result.pets.map(describeDuplicate),
        'If it is another animal, enrol again with --allow-duplicate.',
      ];
  }
}

function describeDuplicate(duplicate: Duplicate): string {
  const { id, name, species } = duplicate.pet;
  const why =
    duplicate.why === 'looks-alike'
      ? `looks the same (probability ${percent(duplicate.candidate.probability)})`
      : `has ${duplicate.why === 'same-file' ? 'the very same photo' : 'a copy of the photo'} ${duplicate.photo}`;
  return `  ${id}  ${name} (${species}) ${why}`;
}
