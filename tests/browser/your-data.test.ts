import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '@snout/server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { openWholeService, type WholeService } from '../api/whole-service.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { signUpOnPage } from './sign-up-on-page.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const ROOT = resolve(import.meta.dirname, '../..');
const PHONE = { width: 360, height: 740 };

describe.skipIf(executable === null)('the own data, in the settings', () => {
  let folder: string;
  let whole: WholeService;
  let listening: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-data-'));
    await buildWeb(process.execPath);
    whole = await openWholeService(folder, () => ({ webFolder: resolve(ROOT, 'apps/web/dist') }));
    listening = await serve(whole.service, { host: '127.0.0.1', port: 0 });
    browser = await openBrowser(executable ?? '');
    context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(listening.url);
    await signUpOnPage(page);
    await page.goto(`${listening.url}/settings`);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await listening?.stop();
    await whole?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('comes along as a zip', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the zip' }).click();
    expect((await download).suggestedFilename()).toMatch(/^snout-.*\.zip$/);
    expect(await violations(page)).toEqual([]);
  });

  it('is erased after a typed confirmation, and nobody is signed in any more', async () => {
    await page.getByRole('button', { name: 'Erase everything …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Type ada@example.org to confirm').fill('ada');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await dialog.getByText('This is not what had to be typed.').waitFor();
    expect(await violations(page, '[role=dialog]')).toEqual([]);
    // Signed in an hour ago: the password is asked for again.
    await dialog.getByRole('button', { name: 'Keep everything' }).click();
    whole.setAhead(3600);
    await page.getByRole('button', { name: 'Erase everything …' }).click();
    await dialog.getByLabel('Your password').waitFor();
    whole.setAhead(0);
    await dialog.getByLabel('Your password').fill('a long password');
    await dialog.getByLabel('Type ada@example.org to confirm').fill('ada@example.org');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await dialog.getByText('Everything is being erased.').waitFor();
    expect(await violations(page, '[role=dialog]')).toEqual([]);
    // The page behind it hears that nobody is signed in any more.
    await page.clock.install();
    await page.clock.fastForward('05:00');
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('tab', { name: 'Create an account', includeHidden: true }).waitFor({ state: 'attached' });
    await dialog.getByText('Everything is being erased.').waitFor();
    await dialog.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('tab', { name: 'Create an account' }).waitFor();
    const outcomes = await whole.jobs.runUntilEmpty();
    expect(outcomes.filter(({ kind }) => kind === 'failed')).toEqual([]);
    // Of the person, and, since nobody else is here, of what belongs to the command line.
    expect(outcomes.filter(({ name }) => name === 'erase-tenant')).toHaveLength(2);
    expect(complaints).toEqual([]);
  });
});
