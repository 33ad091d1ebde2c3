import { once } from 'node:events';
import type { Mail } from '@snout/core/notifications';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSmtpMailSender } from './create-smtp-mail-sender.ts';

interface Received {
  readonly recipients: readonly string[];
  readonly mail: Email;
}

const MAIL: Mail = {
  to: 'ada@example.org',
  kind: 'photo-reminder',
  locale: 'zh-CN',
  subject: '该给小米拍照了 🐾',
  text: '您好,小米满六个月了。\nhttps://snout.example/pets/1',
  html: '<p>您好,<b>小米</b>满六个月了。</p>',
  unsubscribeUrl: 'https://snout.example/api/unsubscribe?token=abc',
};

describe('mail by SMTP', () => {
  let received: Received[];
  let refuse: string | null;
  let server: SMTPServer;
  let url: string;

  beforeEach(async () => {
    received = [];
    refuse = null;
    server = new SMTPServer({
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === 'snout' && password === 'p@ss' ? done(null, { user: username }) : done(new Error('wrong password')),
      onRcptTo: (_address, _session, done) => done(refuse === null ? null : Object.assign(new Error(refuse), { responseCode: 550 })),
      async onData(stream, session, done) {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const mail = await PostalMime.parse(Buffer.concat(chunks));
        received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), mail });
        done();
      },
    });
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    url = `smtp://snout:p%40ss@127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('arrives at the server as it was written, in any script, with one-click unsubscribing', async () => {
    const sender = createSmtpMailSender({ url, from: 'Snout <snout@example.org>' });
    await sender.send(MAIL);
    sender.close();
    const [got] = received;
    expect(got?.recipients).toEqual(['ada@example.org']);
    expect(got?.mail).toMatchObject({ from: { name: 'Snout', address: 'snout@example.org' }, subject: MAIL.subject });
    expect(got?.mail.text?.trim().replaceAll('\r\n', '\n')).toBe(MAIL.text);
    expect(got?.mail.html?.trim()).toBe(MAIL.html);
    const header = (name: string) => got?.mail.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toBe('<https://snout.example/api/unsubscribe?token=abc>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('auto-submitted')).toBe('auto-generated');
  });

  it('has the Message-ID of its id each time it is sent, and another without one', async () => {
    const sender = createSmtpMailSender({ url, from: 'Snout <snout@example.org>' });
    await sender.send(MAIL, 'job-1');
    await sender.send(MAIL, 'job-1');
    await sender.send(MAIL);
    sender.close();
    const [first, again, other] = received.map(({ mail }) => mail.messageId);
    expect([first, again]).toEqual(['<job-1@example.org>', '<job-1@example.org>']);
    expect(other).toMatch(/^<.+@example\.org>$/);
    expect(other).not.toBe(first);
  });

  it('carries no unsubscribe header when there is nothing to unsubscribe from', async () => {
    const { unsubscribeUrl: _, ...necessary } = MAIL;
    const sender = createSmtpMailSender({ url, from: 'snout@example.org' });
    await sender.send({ ...necessary, kind: 'verify-address' });
    sender.close();
    expect(received[0]?.mail.headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
  });

  it.each(['ada@example.org, eve@example.org', 'ada@example.org\r\nBcc: eve@example.org'])(
    'goes to nobody when the text of the address names another one: %j',
    async (to) => {
      const sender = createSmtpMailSender({ url, from: 'snout@example.org' });
      await expect(sender.send({ ...MAIL, to })).rejects.toThrow();
      sender.close();
      expect(received).toEqual([]);
    },
  );

  it('rejects with what the server said when it does not take the mail', async () => {
    refuse = 'no such mailbox';
    const sender = createSmtpMailSender({ url, from: 'snout@example.org' });
    await expect(sender.send(MAIL)).rejects.toThrow('no such mailbox');
    sender.close();
    const stranger = createSmtpMailSender({ url: url.replace('p%40ss', 'wrong'), from: 'snout@example.org' });
    await expect(stranger.send(MAIL)).rejects.toThrow('wrong password');
    stranger.close();
    expect(received).toEqual([]);
  });
});
