import { join } from 'node:path';
import type { Mail } from '@snout/core/notifications';
import { renderDemoPhoto } from '@snout/drawn-pets/node';
import { type Composition, compose } from './compose.ts';
import type { Config } from './config.ts';
import { createDemoClient } from './demo/demo-client.ts';
import { DemoError } from './demo/demo-error.ts';
import { openDemoJournal } from './demo/demo-journal.ts';
import type { DemoWorld } from './demo/demo-world.ts';
import { fillDemo } from './demo/fill-demo.ts';
import type { Logger } from './logger.ts';

/** Pixels. */
const PHOTO_SIDE = 640;
/** A mail comes at once; longer than this it is lost. */
const MAIL_MS = 60_000;

/**
 * The service, which fills its empty database with a world when it starts, or goes on with one that it was filling.
 * @throws DemoError `demo-needs-empty` where somebody else's accounts or pets are.
 */
export async function composeDemo(
  { config, log, said }: { readonly config: Config; readonly log: Logger; readonly said: (progress: string) => void },
  world: DemoWorld,
): Promise<Composition> {
  const verifications = createMailbox();
  const composition = await compose(config, log, { mailed: verifications.put });
  try {
    const journal = openDemoJournal(join(config.dataFolder, 'demo.json'));
    if (!journal.hasBegun && !(await composition.isEmpty())) throw notEmpty(config);
    return {
      ...composition,
      async start() {
        await composition.start();
        const draw = async (...[{ key, species }, { view, number }]: Parameters<Parameters<typeof fillDemo>[0]['draw']>) =>
          (await renderDemoPhoto(view, { seed: `demo ${key}`, species }, { photoSeed: `${key} ${number}`, size: PHOTO_SIDE })).bytes;
        await fillDemo({ client: createDemoClient(composition.app), journal, draw, nextVerification: verifications.next, said }, world);
      },
    };
  } catch (error) {
    await composition.close();
    throw error;
  }
}

function notEmpty({ databaseUrl, dataFolder }: Config): DemoError {
  const place = databaseUrl === null ? `The folder ${dataFolder}` : 'The database of DATABASE_URL';
  return new DemoError(
    'demo-needs-empty',
    `${place} holds accounts or pets that are not the demo's. Name an empty one (SNOUT_DATA, DATABASE_URL), or start without --demo.`,
  );
}

/** Hands the link of the next mail that asks to verify an address over to whoever waits for it. */
function createMailbox() {
  const waiting = new Map<string, (link: string) => void>();
  return {
    put({ to, kind, text }: Mail): void {
      const link = /https?:\/\/\S+/.exec(text)?.[0];
      if (kind === 'verify-address' && link !== undefined) waiting.get(to)?.(link);
    },
    next: (email: string) =>
      new Promise<string>((resolve, reject) => {
        const late = () => reject(new DemoError('demo-failed', 'The demo could not be filled in: a mail did not come.'));
        const timer = setTimeout(late, MAIL_MS).unref();
        waiting.set(email, (link) => {
          clearTimeout(timer);
          waiting.delete(email);
          resolve(link);
        });
      }),
  };
}
