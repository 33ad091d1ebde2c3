import { escapeHtml } from '../markup/escape-html.ts';
import type { MailData, MailKind, MailLocale } from './mail-kinds.ts';
import type { Mail } from './mail-sender.port.ts';
import type { MailTemplates, MailWords } from './mail-words.ts';
import { en } from './templates/en.ts';
import { zhCn } from './templates/zh-cn.ts';

export interface MailOrder<Kind extends MailKind> {
  readonly to: string;
  readonly kind: Kind;
  readonly locale: MailLocale;
  readonly data: MailData[Kind];
  readonly unsubscribeUrl?: string;
}

const TEMPLATES: Readonly<Record<MailLocale, MailTemplates>> = { en, 'zh-CN': zhCn };

/** Names come from people: longer ones are cut to this many characters. */
const LONGEST_NAME = 80;

/** Puts a mail into words, as text and as simple HTML without pictures. */
export function composeMail<Kind extends MailKind>({ to, kind, locale, data, unsubscribeUrl }: MailOrder<Kind>): Mail {
  const templates = TEMPLATES[locale];
  const words = templates.kinds[kind](tidy(data));
  const ending = { ...templates, ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }) };
  return {
    to,
    kind,
    locale,
    subject: words.subject,
    text: toText(words, ending),
    html: toHtml(words, ending, locale),
    ...(unsubscribeUrl === undefined ? {} : { unsubscribeUrl }),
  };
}

interface Ending {
  readonly signature: string;
  readonly unsubscribe: string;
  readonly unsubscribeUrl?: string;
}

/** What people write to each other: longer ones are cut to this many characters. */
const LONGEST_MESSAGE = 2000;

/** A name on one line, so that it cannot pose as a paragraph of ours; a message without what is not seen. Links keep their length. */
function tidy<Data extends object>(data: Data): Data {
  const entries = Object.entries(data).map(([key, value]: [string, unknown]) => {
    if (typeof value !== 'string' || key === 'link') return [key, value];
    if (key === 'message') return [key, cut(linesOf(value), LONGEST_MESSAGE)];
    return [key, cut(value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim(), LONGEST_NAME)];
  });
  return Object.fromEntries(entries);
}

function linesOf(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\n{3,}/g, '\n\n');
  return lines.replace(/[^\P{Cc}\n]|\p{Cf}/gu, '').trim();
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}

function toText({ paragraphs, action, notes = [] }: MailWords, { signature, unsubscribe, unsubscribeUrl }: Ending): string {
  const said = paragraphs.map((one) => (typeof one === 'string' ? one : one.quote.replace(/^/gm, '> ')));
  const parts = [...said, ...(action ? [`${action.label}:\n${action.link}`] : []), ...notes, `-- \n${signature}`];
  return [...parts, ...(unsubscribeUrl === undefined ? [] : [`${unsubscribe}\n${unsubscribeUrl}`])].join('\n\n');
}

function toHtml(words: MailWords, { signature, unsubscribe, unsubscribeUrl }: Ending, locale: MailLocale): string {
  const { subject, paragraphs, action, notes = [] } = words;
  const small = 'font-size:13px;color:#555';
  const button =
    'display:inline-block;padding:12px 20px;border-radius:8px;background:#1b5e54;color:#fff;text-decoration:none;font-weight:600';
  const lines = [
    ...paragraphs.map((one) => (typeof one === 'string' ? `<p>${escapeHtml(one)}</p>` : quotation(one.quote))),
    ...(action ? [`<p><a href="${escapeHtml(action.link)}" style="${button}">${escapeHtml(action.label)}</a></p>`] : []),
    ...(action ? [`<p style="${small};word-break:break-all">${escapeHtml(action.link)}</p>`] : []),
    ...notes.map((note) => `<p style="${small}">${escapeHtml(note)}</p>`),
    `<p style="${small}">${escapeHtml(signature)}</p>`,
    ...(unsubscribeUrl === undefined
      ? []
      : [`<p style="${small}"><a href="${escapeHtml(unsubscribeUrl)}">${escapeHtml(unsubscribe)}</a></p>`]),
  ];
  const body = `<body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:560px;margin:0 auto;padding:24px">${lines.join('')}</body>`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>${body}</html>`;
}

function quotation(text: string): string {
  const style = 'margin:0;padding:4px 16px;border-left:4px solid #999';
  return `<blockquote style="${style}">${escapeHtml(text).replaceAll('\n', '<br>')}</blockquote>`;
}
