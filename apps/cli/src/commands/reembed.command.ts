import { reembed as reembedPhotos } from '@snout/core/recognition';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { noteBadPhoto } from '../photo-files.ts';
import { progressLine } from '../progress.ts';
import { plural } from '../wording.ts';

/** Templates of all tenants made anew by the present models; what is done stays done when it is stopped. */
export async function reembed(context: CommandContext, { tenant: _tenant, ...options }: CommonOptions): Promise<ExitCode> {
  const { terminal, signal } = context;
  await using engine = await context.openEngine(options);
  const startedAt = performance.now();
  const { renewed, failed, cancelled } = await reembedPhotos(engine.deps, {
    signal,
    onProgress: (step) => terminal.status(progressLine('Re-embedding', { ...step, seconds: (performance.now() - startedAt) / 1000 })),
  });
  terminal.status(null);
  for (const { photo, message } of failed) noteBadPhoto(terminal, `pet ${photo.petId}, photo ${photo.id}`, message);
  const summary = { renewed, failed: failed.map(({ photo, message }) => ({ photo: photo.id, pet: photo.petId, message })), cancelled };
  await terminal.print(options.json ? JSON.stringify(summary) : `${plural(renewed, 'template')} made anew, ${failed.length} failed.`);
  if (cancelled) return EXIT.interrupted;
  return failed.length > 0 ? EXIT.badPhotos : EXIT.ok;
}
