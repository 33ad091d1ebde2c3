import { type MailLocale, type MailPreferences, UNSUBSCRIBE_PATH, type UnsubscribeTokens } from '@snout/core/notifications';
import type { Context } from 'hono';
import type { ApiApp } from '../api-app.ts';
import { ProblemError } from '../problem-error.ts';

export interface UnsubscribeDeps {
  readonly preferences: MailPreferences;
  readonly tokens: UnsubscribeTokens;
}

/**
 * Unsubscribing from a kind of mail without signing in. A mail program posts (RFC 8058); a person who follows the link gets a page with one
 * button, since programs that look at links in mails must not unsubscribe anybody. A token that is not ours is answered like an address
 * that does not exist.
 */
export function addUnsubscribeRoutes(app: ApiApp, { preferences, tokens }: UnsubscribeDeps): void {
  const read = (context: Context) => {
    const told = tokens.read(context.req.query('token') ?? '');
    if (told === null) throw new ProblemError('not-found');
    return told;
  };

  app.get(UNSUBSCRIBE_PATH, (context) => {
    read(context);
    return page(context, (words) => `<p>${words.question}</p><form method="post"><button>${words.button}</button></form>`);
  });

  app.post(UNSUBSCRIBE_PATH, async (context) => {
    const { personId, kind } = read(context);
    await preferences.set(personId, kind, false);
    return page(context, (words) => `<p role="status">${words.done}</p>`);
  });
}

interface Words {
  readonly title: string;
  readonly question: string;
  readonly button: string;
  readonly done: string;
}

const WORDS: Readonly<Record<MailLocale, Words>> = {
  en: {
    title: 'Unsubscribe',
    question: 'Do you no longer want mails of this kind?',
    button: 'Unsubscribe',
    done: 'Done: no more mails of this kind. You can change this in your settings.',
  },
  'zh-CN': {
    title: '退订',
    question: '不再接收此类邮件？',
    button: '退订',
    done: '已退订此类邮件。您可以在设置中更改。',
  },
};

/** Text alone, with a form to this address: no scripts, styles or pictures. */
const POLICY = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function page(context: Context, body: (words: Words) => string) {
  const locale: MailLocale = /^\s*zh/i.test(context.req.header('accept-language') ?? '') ? 'zh-CN' : 'en';
  const words = WORDS[locale];
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${words.title}</title>`;
  const html = `<!doctype html><html lang="${locale}"><head>${head}</head><body><main><h1>${words.title}</h1>${body(words)}</main></body></html>`;
  return context.html(html, 200, { 'content-security-policy': POLICY });
}
