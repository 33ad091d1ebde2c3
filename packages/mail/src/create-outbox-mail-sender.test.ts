import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutboxMailSender, type OutboxSettings } from './create-outbox-mail-sender.ts';

describe('the outbox', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'snout-mail-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('keeps a mail as a file and tells of it without its link', async () => {
    const heard: Parameters<OutboxSettings['written']>[0][] = [];
    const folder = join(root, 'outbox');
    const sender = createOutboxMailSender({ folder, from: 'snout@localhost', written: (mail) => heard.push(mail) });
    const text = 'Open this:\nhttp://localhost:4873/verify?token=abc_-1\nThank you.';
    await sender.send({ to: 'ada@example.org', kind: 'verify-address', locale: 'en', subject: 'Your address', text });
    const [file = ''] = await readdir(folder);
    expect(heard).toEqual([{ file: join(folder, file), kind: 'verify-address' }]);
    expect(file).toMatch(/verify-address.*\.eml$/);
    expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
    const mail = await PostalMime.parse(await readFile(join(folder, file)));
    expect(mail).toMatchObject({ subject: 'Your address', to: [{ address: 'ada@example.org' }] });
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(text);
  });

  it('keeps a mail that is sent again once', async () => {
    const folder = join(root, 'outbox');
    const sender = createOutboxMailSender({ folder, from: 'snout@localhost', written: () => {} });
    const mail = { to: 'ada@example.org', kind: 'verify-address', locale: 'en', subject: 'Your address', text: 'Open this.' } as const;
    for (const id of ['job-1', 'job-1', 'job-2']) await sender.send(mail, id);
    expect((await readdir(folder)).map((name) => name.slice(-'job-1.eml'.length)).sort()).toEqual(['job-1.eml', 'job-2.eml']);
  });

  it('forgets the mails to an address, and those of long ago', async () => {
    const folder = join(root, 'outbox');
    const sender = createOutboxMailSender({ folder, from: 'snout@localhost', written: () => {} });
    await sender.forget('ada@example.org');
    const mail = { kind: 'verify-address', locale: 'en', subject: 'Your address', text: 'Open this.' } as const;
    for (const to of ['ada@example.org', 'Ada@Example.org', 'bob@example.org']) await sender.send({ ...mail, to });
    await sender.forget('ada@example.org');
    const [left = '', ...others] = await readdir(folder);
    expect(others).toEqual([]);
    expect(await readFile(join(folder, left), 'utf8')).toContain('bob@example.org');
    expect(await sender.removeBefore(new Date(Date.now() - 60_000))).toBe(0);
    expect(await sender.removeBefore(new Date(Date.now() + 60_000))).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });
});
