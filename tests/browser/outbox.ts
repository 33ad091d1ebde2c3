import { watch } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PATIENCE_MS = 240_000;

/** The mails that a service without a mail server wrote, one file each. */
export interface Outbox {
  /** The link in the newest mail of a kind, as path, query and fragment; waits until there are `count` of that kind. */
  link(kind: string, count?: number): Promise<string>;
}

export async function openOutbox(dataFolder: string): Promise<Outbox> {
  const folder = join(dataFolder, 'outbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const filesOf = async (kind: string) =>
    (await readdir(folder)).filter((name) => name.endsWith('.eml') && name.includes(`-${kind}-`)).sort();
  return {
    async link(kind, count = 1) {
      const file = await firstTime(folder, async () => {
        const files = await filesOf(kind);
        return files.length >= count ? files.at(-1) : undefined;
      });
      const url = new URL(/https?:\/\/\S+/.exec(plainText(await readFile(join(folder, file), 'utf8')))?.[0] ?? 'none:');
      return `${url.pathname}${url.search}${url.hash}`;
    },
  };
}

/** What `look` finds, as soon as it finds something; it looks whenever the folder changes. */
async function firstTime<Found>(folder: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(new Error('The mail did not come.')), PATIENCE_MS);
  const changes = watch(folder);
  try {
    return await new Promise((resolve, reject) => {
      const check = () => look().then((found) => (found === undefined ? undefined : resolve(found)), reject);
      changes.on('change', check);
      ended.signal.addEventListener('abort', () => reject(ended.signal.reason));
      check();
    });
  } finally {
    clearTimeout(timer);
    changes.close();
  }
}

/** The first part of a message, of quoted-printable (RFC 2045, 6.7) made text again. */
function plainText(message: string): string {
  return message.replaceAll('=\r\n', '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
