import { describe, expect, it, test } from 'vitest';
import { accountEn } from './account-en.ts';
import { accountZhCn } from './account-zh-cn.ts';
import { apiDocsEn } from './api-docs-en.ts';
import { apiDocsZhCn } from './api-docs-zh-cn.ts';
import { applicationsEn } from './applications-en.ts';
import { applicationsZhCn } from './applications-zh-cn.ts';
import { en } from './en.ts';
import { importEn } from './import-en.ts';
import { importZhCn } from './import-zh-cn.ts';
import { integrationsEn } from './integrations-en.ts';
import { integrationsZhCn } from './integrations-zh-cn.ts';
import { known } from './languages.ts';
import { matchEn } from './match-en.ts';
import { matchZhCn } from './match-zh-cn.ts';
import { productsEn } from './products-en.ts';
import { productsZhCn } from './products-zh-cn.ts';
import { quotesEn } from './quotes-en.ts';
import { quotesZhCn } from './quotes-zh-cn.ts';
import { teamEn } from './team-en.ts';
import { teamZhCn } from './team-zh-cn.ts';
import { tryClaimEn } from './try-claim-en.ts';
import { tryClaimZhCn } from './try-claim-zh-cn.ts';
import { zhCn } from './zh-cn.ts';

/** Those that are there from the start, and those that come with a part of the app. */
const ENGLISH = [en, accountEn, apiDocsEn, applicationsEn, importEn, integrationsEn, matchEn, productsEn, quotesEn, teamEn, tryClaimEn];
const CHINESE = [
  zhCn,
  accountZhCn,
  apiDocsZhCn,
  applicationsZhCn,
  importZhCn,
  integrationsZhCn,
  matchZhCn,
  productsZhCn,
  quotesZhCn,
  teamZhCn,
  tryClaimZhCn,
];

type Texts = { readonly [key: string]: string | Texts };

/** Every text by its path. */
function flat(texts: Texts, path = ''): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
}
/** Chinese has no singular: i18next asks for _other alone. */
const english = ENGLISH.flatMap((texts) => flat(texts)).filter(([path]) => !path.endsWith('_one'));
const chinese = new Map(CHINESE.flatMap((texts) => flat(texts)));
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

describe('the Chinese texts', () => {
  it('that come later do not replace those that are there', () => {
    const keys = ENGLISH.flatMap((texts) => Object.keys(texts));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('are for the same keys as the English ones', () => {
    expect([...chinese.keys()].toSorted()).toEqual(english.map(([path]) => path).toSorted());
  });

  it('have keys without a colon, which would name another collection of texts', () => {
    expect(english.map(([path]) => path).filter((path) => path.includes(':'))).toEqual([]);
  });

  it('fill in the same values', () => {
    const different = english.filter(([path, text]) => holes(text).join() !== holes(chinese.get(path) ?? '').join());
    expect(different.map(([path]) => path)).toEqual([]);
  });

  it('are Chinese, but for names', () => {
    const names = new Set(['app.name', 'hooks.title', 'team.parts.webhooks', 'audit.records.webhook']);
    const inLatin = (text: string) => /\p{L}/u.test(text.replace(/\{\{\w+\}\}/g, '')) && !/\p{Script=Han}/u.test(text);
    expect([...chinese].filter(([path, text]) => inLatin(text) && !names.has(path)).map(([path]) => path)).toEqual([]);
  });
});

test.each([
  ['zh-Hans-SG', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['en-GB', 'en'],
  ['de', null],
  [null, null],
] as const)('a browser in %s is answered in %s', (tag, language) => {
  expect(known(tag)).toBe(language);
});
