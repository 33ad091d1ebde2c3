import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productTermsSchema } from '@snout/contract/insurance';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { type RunningServer, startServer } from '../e2e/running-server.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { signUpOnPage } from './sign-up-on-page.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const PHONE = { width: 360, height: 740 };
const PATIENCE_MS = 30_000;

describe.skipIf(executable === null)("an insurer's products", () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let ada: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-products-'));
    await buildWeb(process.execPath);
    server = await startServer({ SNOUT_DATA: join(folder, 'data') });
    browser = await openBrowser(executable ?? '');
    const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' });
    context.setDefaultTimeout(PATIENCE_MS);
    ada = await context.newPage();
    ada.on('pageerror', (error) => complaints.push(String(error)));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  const button = (name: string) => ada.getByRole('button', { name, exact: true });
  const publish = async () => {
    await button('Publish').click();
    await ada.getByRole('dialog').getByText('cannot be changed or taken back').waitFor();
    expect(await violations(ada)).toEqual([]);
    await ada.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  };

  it('begin from ready terms, are published, and go on with a changed file', { timeout: 600_000 }, async () => {
    await ada.goto(`${server.url}/organisations/new`);
    await signUpOnPage(ada);
    await ada.getByLabel('Name of the organisation').fill('Paw Mutual');
    await ada.getByRole('radio', { name: /^Insurer/ }).check();
    await button('Make it').click();
    await ada.getByRole('tab', { name: 'Products', exact: true }).click();
    await ada.getByText('There is no product yet.').waitFor();
    expect(await violations(ada)).toEqual([]);

    await ada.getByLabel('Ready terms').selectOption('gb-yearly');
    await button('Make the draft').click();
    await ada.getByRole('heading', { name: 'Lifetime pet cover' }).waitFor();
    await ada.getByText('What it says').click();
    await ada.getByText('£252.00 to £588.00 a year for dogs').waitFor();
    await ada.getByText('Illness: 14 days').waitFor();
    expect(await violations(ada)).toEqual([]);
    await publish();
    await ada.getByText('sold now').waitFor();

    const [download] = await Promise.all([ada.waitForEvent('download'), ada.getByText('Take the terms as a file').click()]);
    const terms = productTermsSchema.parse(JSON.parse(await readFile(await download.path(), 'utf8')));
    const file = join(folder, 'terms.json');
    const putIn = async (content: string) => {
      await writeFile(file, content);
      await ada.locator('input[type=file]').setInputFiles(file);
    };
    await putIn('no terms');
    await ada.getByText('This file holds no terms.').waitFor();
    await putIn(JSON.stringify({ ...terms, freeLookDays: 3 }));
    await ada.getByText('freeLookDays: the rules of the country ask for something else').waitFor();
    expect(await button('Publish').count()).toBe(0);
    expect(await violations(ada)).toEqual([]);
    await putIn(JSON.stringify({ ...terms, freeLookDays: 30 }));
    await ada.getByText('Nothing is wrong with it.').waitFor();
    const later = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await ada.getByLabel('Sold from').fill(later);
    await publish();
    await ada.getByText('to come').waitFor();
    await ada.getByText('sold now').waitFor();
    expect(await violations(ada)).toEqual([]);

    await ada.getByRole('tab', { name: 'Log', exact: true }).click();
    await ada.getByRole('listitem').filter({ hasText: 'Published a version of an insurance product' }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});
