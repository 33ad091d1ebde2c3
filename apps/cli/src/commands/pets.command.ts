import { forgetPet, type ListedPet, listPets, type PetCursor, type PetId, showPet } from '@snout/core/recognition';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { publicPhoto } from '../public-shapes.ts';
import { plural } from '../wording.ts';

const PAGE = 500;

/** One line per pet, by name. With --json one JSON object per line, so that a long list streams. */
export async function pets(context: CommandContext, options: CommonOptions): Promise<ExitCode> {
  await using open = await context.openGallery(options);
  let after: PetCursor | null = null;
  do {
    const page: { readonly pets: readonly ListedPet[]; readonly next: PetCursor | null } = await listPets(open.deps, {
      limit: PAGE,
      ...(after === null ? {} : { after }),
    });
    for (const pet of page.pets) await context.terminal.print(options.json ? JSON.stringify(pet) : petLine(pet));
    after = page.next;
  } while (after !== null && !context.signal.aborted);
  return EXIT.ok;
}

export async function show(context: CommandContext, id: string, options: CommonOptions): Promise<ExitCode> {
  await using open = await context.openGallery(options);
  const { pet, photos } = await showPet(open.deps, id as PetId);
  if (options.json) {
    await context.terminal.print(JSON.stringify({ pet, photos: photos.map(publicPhoto) }));
    return EXIT.ok;
  }
  await context.terminal.print(petLine({ ...pet, photoCount: photos.length }));
  await context.terminal.print(`enrolled ${pet.enrolledAt}`);
  for (const photo of photos) {
    const reasons = photo.quality.reasons.length > 0 ? ` (${photo.quality.reasons.join(', ')})` : '';
    await context.terminal.print(
      `  ${photo.id}  ${photo.width} x ${photo.height}  quality ${Math.round(photo.quality.score)} of 100${reasons}  by ${photo.template.model}`,
    );
  }
  return EXIT.ok;
}

export async function forget(context: CommandContext, id: string, options: CommonOptions): Promise<ExitCode> {
  await using open = await context.openGallery(options);
  const { pet, photos } = await forgetPet(open.deps, id as PetId);
  await context.terminal.print(
    options.json
      ? JSON.stringify({ pet, photos })
      : `${pet.name} and ${plural(photos, 'photo')} are forgotten: files and templates are gone.`,
  );
  return EXIT.ok;
}

function petLine({ id, name, species, photoCount }: ListedPet): string {
  return `${id}  ${name}  ${species}  ${plural(photoCount, 'photo')}`;
}
