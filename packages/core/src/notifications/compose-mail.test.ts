import { describe, expect, it } from 'vitest';
import { composeMail, MAIL_LOCALES, type MailData, type MailKind } from './index.ts';

const LINK = 'https://snout.example/x?token=a&b=c';
const EXAMPLES: { readonly [Kind in MailKind]: MailData[Kind] } = {
  'verify-address': { link: LINK, validHours: 24 },
  'already-registered': { link: LINK },
  'sign-in-link': { link: LINK, validMinutes: 10 },
  'reset-password': { link: LINK, validMinutes: 30 },
  invitation: { inviter: 'Ada', organisation: 'Shelter North', link: LINK, validDays: 7 },
  'carer-invitation': { from: 'Ada', pet: 'Mia', link: LINK, validDays: 7 },
  'found-pet': { pet: 'Mia', sure: true, message: 'By the mill.', contact: null, link: LINK },
  'transfer-offer': { from: 'Ada', pet: 'Mia', link: LINK, validDays: 7 },
  'photo-reminder': { pet: 'Mia', why: 'nose', link: LINK },
  'webhook-disabled': { url: 'https://hooks.example/in', why: 'gone', link: LINK },
  'policy-application': {
    pet: 'Mia',
    insurer: 'Paw Mutual',
    outcome: 'accepted',
    premium: { number: '7K3F-9Q2M-XW4T', amount: 16_800, currency: 'GBP', payableUntil: '2026-12-01' },
    message: 'Papers seen.',
    link: LINK,
  },
  'erasure-done': { backupsUntil: '2026-12-31', organisation: null },
};
const KINDS = Object.keys(EXAMPLES) as MailKind[];

describe.each(MAIL_LOCALES)('mails in %s', (locale) => {
  it.each(KINDS)('%s says the same in text and in HTML, with its link', (kind) => {
    const data: MailData[MailKind] = EXAMPLES[kind];
    const mail = composeMail({ to: 'ada@example.org', kind, locale, data: data as never });
    expect(mail.subject.length).toBeGreaterThan(4);
    expect(mail.text + mail.subject).not.toMatch(/undefined|null|\[object/);
    if ('link' in data) {
      expect(mail.text).toContain(LINK);
      expect(mail.html).toContain('href="https://snout.example/x?token=a&#38;b=c"');
    }
    const isChinese = /\p{Script=Han}/u.test(mail.subject);
    expect(isChinese).toBe(locale === 'zh-CN');
    expect(mail.html).toContain(`<html lang="${locale}">`);
  });
});

describe('a mail about an application for a policy', () => {
  const about = { pet: 'Mia', insurer: 'Paw Mutual', link: LINK };
  const compose = (data: Pick<MailData['policy-application'], 'outcome' | 'premium' | 'message'>) =>
    composeMail({ to: 'a@b.example', kind: 'policy-application', locale: 'en', data: { ...about, ...data } });

  it('says what is to be paid until when, and nothing of it where there is no policy', () => {
    const premium = { number: '7K3F-9Q2M-XW4T', amount: 16_805, currency: 'GBP', payableUntil: '2026-12-01' };
    expect(compose({ outcome: 'accepted', premium, message: null }).text).toContain('Policy 7K3F-9Q2M-XW4T. Pay £168.05 by 2026-12-01');
    expect(compose({ outcome: 'referred', premium: null, message: null }).text).not.toContain('Pay ');
  });

  it('gives the reason in the words of whoever decided', () => {
    expect(compose({ outcome: 'declined', premium: null, message: 'Insured already,\nas Rex.' }).text).toContain(
      '> Insured already,\n> as Rex.',
    );
  });
});

describe('a name in a mail', () => {
  const compose = (pet: string) =>
    composeMail({ to: 'a@b.example', kind: 'photo-reminder', locale: 'en', data: { pet, why: 'grown', link: LINK } });

  it('is not HTML', () => {
    const { html } = compose('<img src=x onerror=alert(1)>');
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;img');
  });

  it('stays on its line, so that it cannot pose as a paragraph or a header', () => {
    const mail = compose('Mia\r\nBcc: eve@example.org\u2028Pay now');
    expect(mail.subject).not.toMatch(/[\r\n\u2028]/);
    expect(mail.text).toContain('Mia Bcc: eve@example.org Pay now');
  });

  it('may stand beside a message, which keeps its lines as a quotation and is no HTML', () => {
    const message = `By the mill.\r\n${'She is well. '.repeat(20)}\u0007<b>Call me</b>`;
    const data = { pet: 'Mia', sure: false, message, contact: '<i>me</i>', link: LINK };
    const { text, html } = composeMail({ to: 'a@b.example', kind: 'found-pet', locale: 'en', data });
    expect(text).toContain(`> By the mill.\n> ${'She is well. '.repeat(20)}<b>Call me</b>`);
    expect(html).toContain('By the mill.<br>She');
    expect(html).not.toMatch(/<b>|<i>/);
  });

  it('is cut when it is a story', () => {
    expect(compose('x'.repeat(500)).subject.length).toBeLessThan(120);
  });
});
