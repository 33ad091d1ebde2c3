import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailOutbox, MailSender } from '@snout/core/notifications';
import { createMailTransport } from './mail-transport.ts';

export interface OutboxSettings {
  /** Made when missing, readable by its owner alone. */
  readonly folder: string;
  readonly from: string;
  /** Hears of each mail, but not of what is in it: links in mails sign in, and logs are read by others. */
  readonly written: (mail: { readonly file: string; readonly kind: string }) => void;
}

/**
 * Without a mail server: each mail becomes a file that any mail program opens. The name tells when it was made, for whom as a hash, and the
 * mail's id: one that is sent again after a crash is there once.
 */
export function createOutboxMailSender({ folder, from, written }: OutboxSettings): MailSender & MailOutbox {
  const transport = createMailTransport({ smtpUrl: null, from });
  const removeWhere = async (isMeant: (name: string) => boolean) => {
    const names = (await readdir(folder).catch(noFolder)).filter((name) => name.endsWith('.eml') && isMeant(name));
    for (const name of names) await rm(join(folder, name), { force: true });
    return names.length;
  };
  return {
    async send(mail, id = randomUUID()) {
      const message = await transport.send(mail, id);
      if (message === null) throw new Error('The mail was not composed.');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const isThere = (await readdir(folder)).some((name) => name.endsWith(`-${id}.eml`));
      if (isThere) return;
      const name = `${stamp(new Date())}-${mail.kind}-${addressMark(mail.to)}-${id}.eml`;
      const file = join(folder, name);
      await writeFile(`${file}.part`, message, { mode: 0o600 });
      await rename(`${file}.part`, file);
      written({ file, kind: mail.kind });
    },
    async forget(address) {
      await removeWhere((name) => name.includes(`-${addressMark(address)}-`));
    },
    removeBefore: (time) => removeWhere((name) => name < stamp(time)),
  };
}

/** Sorts as text. */
function stamp(time: Date): string {
  return time.toISOString().replaceAll(':', '-');
}

function addressMark(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex').slice(0, 16);
}

/** Nothing was sent yet. */
function noFolder(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
