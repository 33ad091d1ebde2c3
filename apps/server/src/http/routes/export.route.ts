import { exportRoute, exportTenantRoute } from '@snout/contract/routes';
import { type ExportAccountDeps, exportAccount, type UserActor } from '@snout/core/accounts';
import { exportPets, type PetActor } from '@snout/core/pets';
import type { Context } from 'hono';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { petActorOf } from '../signed-in.ts';
import { type ZippedFile, zipStream } from '../zip-stream.ts';

type ExportDeps = Pick<AppDeps, 'petsUnitOfWork' | 'photos' | 'clock'> & ExportAccountDeps;

/** Everything that somebody has, to take along. */
export function addExportRoute(app: ApiApp, deps: ExportDeps): void {
  const exported = (context: Context<AppEnvironment>) => {
    const now = deps.clock.now();
    const log = context.get('log');
    const actor = context.get('actor');
    // In the name of an organisation it is the organisation's things that are exported.
    const person = actor.kind === 'user' && context.get('tenants').some((tenant) => tenant === actor.id) ? actor : null;
    const files = reporting(everything(deps, person, petActorOf(context)), (error) => log.error({ err: error }, 'an export broke off'));
    return new Response(zipStream(withReadme(files, now), now), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="snout-${now.toISOString().slice(0, 10)}.zip"`,
        'cache-control': 'no-store',
      },
    });
  };
  app.openapi(exportRoute, exported);
  app.openapi(exportTenantRoute, exported);
}

async function* withReadme(files: AsyncIterable<ZippedFile>, now: Date): AsyncGenerator<ZippedFile> {
  yield { name: 'README.txt', content: readme(now) };
  yield* files;
}

/** `pets.json` stays the last: a zip without it is not whole. */
async function* everything(deps: ExportDeps, person: UserActor | null, actor: PetActor): AsyncGenerator<ZippedFile> {
  if (person) yield { name: 'account.json', content: `${JSON.stringify(await exportAccount(deps, person), null, 2)}\n` };
  yield* exportPets(deps, actor);
}

/** The answer has begun when a file fails, so nobody else would tell. */
async function* reporting(files: AsyncIterable<ZippedFile>, report: (error: unknown) => void): AsyncGenerator<ZippedFile> {
  try {
    yield* files;
  } catch (error) {
    report(error);
    throw error;
  }
}

function readme(now: Date): string {
  return [
    `Everything that Snout keeps for you, exported ${now.toISOString()}.`,
    '',
    'account.json                you: profile, sessions, organisations, keys, preferences, what the log says about you',
    'pets.json                   the list of your pets, and of those you care for',
    'pets/ID/pet.json            profile, carers, history; what is known of each photo, with its template, and of close-ups of the nose',
    'pets/ID/photos/PHOTO.jpg    photos as they were stored',
    '',
    'Times are ISO 8601 in UTC. A box is left, top, right, bottom in pixels of the upright photo. A template is the 256 numbers',
    'that a photo is compared by; those of different "model" or "pipeline" cannot be compared.',
    'A photo whose "file" is null was not found in the store.',
    '',
    '这里是 Snout 为您保存的全部数据。account.json 是您的账号资料、登录、机构、偏好和操作记录；pets.json 是宠物清单；每只宠物的资料、照护人和历史记录在 pets/ID/pet.json，原始照片在 pets/ID/photos。',
    '',
  ].join('\n');
}
