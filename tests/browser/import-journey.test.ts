import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '@snout/server';
import { strToU8, zipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { testPhoto } from '../api/test-photo.ts';
import { openWholeService, type WholeService } from '../api/whole-service.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { signUpOnPage } from './sign-up-on-page.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const ROOT = resolve(import.meta.dirname, '../..');
const PHONE = { width: 360, height: 740 };
const PATIENCE_MS = 120_000;

/** Bytes a second: a zip of some MB takes long enough to be looked at. */
const SLOW = 150_000;

/** What is said while files are sent. */
const SENDING = {
  en: {
    check: 'Check first',
    label: 'How much of the files has been sent',
    sent: (megabytes: string) => new RegExp(`^\\d(\\.\\d)? MB of ${megabytes} MB sent$`),
  },
  'zh-CN': {
    check: '先检查',
    label: '文件发送进度',
    sent: (megabytes: string) => new RegExp(`^已发送 \\d(\\.\\d)? ?MB，共 ${megabytes} ?MB$`),
  },
};

/** A list with a photo that nothing makes smaller. */
function largeZip() {
  const bytes = zipSync({ 'pets.csv': strToU8('name,photos\nRex,rex.jpg'), 'rex.jpg': [randomBytes(3_000_000), { level: 0 }] });
  return {
    list: { name: 'large.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) },
    megabytes: (bytes.byteLength / 1e6).toFixed(1).replace(/\.0$/, ''),
  };
}

/** Lets the page send slowly until the end of it. */
async function slowLine(page: Page) {
  const line = await page.context().newCDPSession(page);
  const send = (uploadThroughput: number) =>
    line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
  await line.send('Network.enable');
  await send(SLOW);
  return {
    async end() {
      await send(-1);
      await line.detach();
    },
  };
}

async function percentOf(bar: Locator): Promise<number> {
  return Number(await bar.getAttribute('aria-valuenow'));
}

/** The service with everything real but the models; its jobs run when the test says so. */
describe.skipIf(executable === null)('the import of many pets', () => {
  let folder: string;
  let whole: WholeService;
  let listening: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-import-'));
    await buildWeb(process.execPath);
    whole = await openWholeService(folder, () => ({ webFolder: resolve(ROOT, 'apps/web/dist') }));
    listening = await serve(whole.service, { host: '127.0.0.1', port: 0 });
    browser = await openBrowser(executable ?? '');
    // Requests of a page that a service worker looks after do not always come by `page.route`, which cuts the line below.
    const serviceWorkers = 'block';
    const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB', serviceWorkers });
    context.setDefaultTimeout(PATIENCE_MS);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(listening.url);
    await signUpOnPage(page);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await listening?.stop();
    await whole?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const CSV = [
    'reference,name,photos,birthDate',
    'A1,Rex,rex.jpg,',
    'A2,Rex again,rex.jpg,',
    'A3,Mia,mia.jpg,tomorrow',
    'A4,Tom,none.jpg,',
    'A5,,mia.jpg,',
  ].join('\n');
  const file = (name: string, content: string | Uint8Array) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(typeof content === 'string' ? strToU8(content) : content),
  });
  const choose = (input: number, chosen: ReturnType<typeof file>) =>
    page.getByRole('main').locator('input[type=file]').nth(input).setInputFiles(chosen);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const row = (number: number, locale = 'Row') => page.getByRole('listitem').filter({ hasText: new RegExp(`${locale} ?${number} `) });

  it('teaches what a list looks like, and says what is wrong with one as a whole', { timeout: 600_000 }, async () => {
    await page.goto(`${listening.url}/pets`);
    await page.getByRole('link', { name: 'Import many pets from a list' }).click();
    await page.getByRole('heading', { level: 1, name: 'Import pets' }).waitFor();
    await page.getByText('All columns').click();
    await page.getByText('One of: female, male, unknown').waitFor();
    expect(await violations(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the example (CSV)' }).click();
    const example = await (await download).createReadStream();
    const text = Buffer.concat(await example.toArray()).toString('utf8');
    expect(text).toMatch(/^\ufeffreference,name,/);
    // What is taught is what is taken in.
    await choose(0, file('example.csv', text));
    await button('Check first').click();
    await page.getByRole('heading', { level: 1, name: 'example.csv' }).waitFor();
    await button('Cancel').click();
    await page.getByText('It was cancelled.').first().waitFor();
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await choose(0, file('pets.csv', 'name,photos,shoe size\nRex,rex.jpg,3'));
    await button('Check first').click();
    await page.getByText('shoe size: there is no such column.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('checks first, says row by row what is wrong, and imports the rest', { timeout: 600_000 }, async () => {
    const photos = zipSync({
      'rex.jpg': await testPhoto({ animal: 'rex', species: 'dog' }),
      'mia.jpg': await testPhoto({ animal: 'mia', species: 'cat' }),
    });
    await choose(0, file('pets.csv', CSV));
    await choose(1, file('photos.zip', photos));
    await button('Check first').click();
    await page.getByText('Check only').waitFor();
    expect(await violations(page)).toEqual([]);
    await whole.jobs.runUntilEmpty();
    await page.getByRole('heading', { name: 'The check is finished.' }).waitFor();
    await page.getByText('1 pet can be registered').waitFor();
    await row(2).filter({ hasText: 'May be the animal of row 1: the same photo file.' }).waitFor();
    await row(3).filter({ hasText: 'Birth: write 2024-05-17, 2024-05 or 2024.' }).waitFor();
    await row(4).filter({ hasText: 'none.jpg: There is no such file in the zip.' }).waitFor();
    await row(5).filter({ hasText: 'Name: not filled in.' }).waitFor();
    expect(await violations(page)).toEqual([]);

    await button('Import 1 pet now').click();
    await page.getByText('Check only').waitFor({ state: 'detached' });
    await whole.jobs.runUntilEmpty();
    await page.getByRole('heading', { name: 'The import is finished.' }).waitFor();
    await row(2).getByRole('link', { name: 'Show Rex' }).waitFor();
    await page.getByLabel('Show', { exact: true }).selectOption('error');
    await row(1).waitFor({ state: 'detached' });
    await row(5).waitFor();
    expect(await page.getByRole('list', { name: 'Row by row' }).locator('> li').count()).toBe(3);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'All results (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe('import-results.csv');
    await page.getByRole('link', { name: 'To the pets' }).click();
    await page.getByRole('link', { name: /Rex/ }).first().waitFor();
  });

  it('says so when a zip does not arrive, and sends it again when asked', { timeout: 600_000 }, async () => {
    await page.goto(`${listening.url}/pets/import`);
    let lost = 0;
    await page.route('**/api/imports', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      lost++;
      return route.abort('connectionreset');
    });
    await choose(0, file('lost.csv', CSV));
    // A browser without internet reaches a service on its own machine: it must not wait for the internet to come back.
    await page.evaluate(() => globalThis.dispatchEvent(new Event('offline')));
    await button('Check first').click();
    await page.getByText('Snout does not answer.').waitFor();
    // By itself it was sent three times.
    expect(lost).toBe(3);
    await page.unroute('**/api/imports');
    await button('Check first').click();
    await page.getByRole('heading', { level: 1, name: 'lost.csv' }).waitFor();
    await whole.jobs.runUntilEmpty();
  });

  it('shows how much of a large zip has been sent', { timeout: 600_000 }, async () => {
    const { list, megabytes } = largeZip();
    for (const [language, words] of Object.entries(SENDING)) {
      await page.goto(`${listening.url}/pets/import`);
      await page.evaluate((chosen) => localStorage.setItem('snout-language', chosen), language);
      await page.reload();
      await button(words.check).waitFor();
      await choose(0, list);
      const slow = await slowLine(page);
      await button(words.check).click();
      const bar = page.getByRole('progressbar', { name: words.label });
      await page.getByText(words.sent(megabytes)).waitFor();
      const seen = [await percentOf(bar)];
      if (language === 'en') expect(await violations(page)).toEqual([]);
      while (seen.length < 4) {
        const last = seen.at(-1) ?? 0;
        await expect.poll(() => percentOf(bar), { timeout: PATIENCE_MS }).toBeGreaterThan(last);
        seen.push(await percentOf(bar));
      }
      // Seen on its way, not only at both ends.
      expect(seen.filter((percent) => percent > 0 && percent < 100).length).toBeGreaterThanOrEqual(3);
      await slow.end();
      await page.getByRole('heading', { level: 1, name: list.name }).waitFor();
      await bar.waitFor({ state: 'detached' });
      await whole.jobs.runUntilEmpty();
    }
  });

  it('says all that in Chinese', { timeout: 600_000 }, async () => {
    await page.goto(`${listening.url}/pets/import`);
    await page.evaluate(() => localStorage.setItem('snout-language', 'zh-CN'));
    await page.reload();
    await page.getByRole('button', { name: '先检查' }).waitFor();
    await choose(0, file('pets.csv', 'name,photos,shoe size\nRex,rex.jpg,3'));
    await button('先检查').click();
    await page.getByText('shoe size：没有这一列。').waitFor();
    await page
      .getByRole('link', { name: /pets\.csv$/ })
      .first()
      .click();
    await row(2, '第').filter({ hasText: '可能是已登记的Rex' }).waitFor();
    await row(3, '第').filter({ hasText: '出生：请写成 2024-05-17' }).waitFor();
    await row(5, '第').filter({ hasText: '名字：没有填写。' }).waitFor();
    expect(await page.getByRole('list', { name: '逐行结果' }).innerText()).not.toMatch(/[a-z]{4,} [a-z]{2,} [a-z]/);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
