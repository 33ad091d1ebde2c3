import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { drawnJpeg } from '../e2e/drawn-jpeg.ts';
import { type RunningServer, startServer } from '../e2e/running-server.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { signUpOnPage } from './sign-up-on-page.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const PHONE = { width: 360, height: 740 };
/** A small shared machine looks at a photo in many times what others need. */
const PATIENCE = { timeout: 120_000 };

/** The real service with its real models and database. */
describe.skipIf(executable === null)('a pet, from its photos to a full profile', () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-journey-'));
    await buildWeb(process.execPath);
    server = await startServer({ SNOUT_DATA: join(folder, 'data') });
    browser = await openBrowser(executable ?? '');
    context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' });
    page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  const photo = async (number: number) => {
    const file = await drawnJpeg('mia', 'cat', number);
    return { name: file.name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) };
  };
  const choose = async (numbers: readonly number[]) =>
    page
      .getByRole('main')
      .locator('input[type=file]')
      .first()
      .setInputFiles(await Promise.all(numbers.map(photo)));

  it('is enrolled, described and found again', { timeout: 600_000 }, async () => {
    await page.goto(`${server.url}/pets/new`);
    await page.getByRole('tab', { name: 'Sign in' }).waitFor(PATIENCE);
    expect(await violations(page)).toEqual([]);
    await signUpOnPage(page);
    // What the browser itself says about the answer 401.
    complaints.length = 0;
    await page.getByLabel('Name').fill('Mia');
    await choose([1, 2, 3]);
    await page.getByText('1 head found').nth(2).waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Enrol', exact: true }).click();
    await page.getByRole('heading', { name: 'Mia is enrolled' }).waitFor(PATIENCE);
    await page.getByRole('link', { name: 'Show Mia' }).click();
    await page.getByText('Nothing is noted about Mia yet.').waitFor(PATIENCE);

    await page.getByRole('link', { name: 'Edit' }).click();
    await page.locator('h1:focus', { hasText: 'Edit Mia' }).waitFor(PATIENCE);
    await page.getByRole('combobox', { name: 'Breed' }).fill('maine');
    await page.getByRole('option', { name: 'Maine Coon' }).click();
    await page.getByLabel('Sex').selectOption('female');
    await page.getByLabel('Born').fill('2024-05');
    await page.getByLabel('This is an estimate').check();
    await page.getByLabel('Pattern').selectOption('tabby');
    await page.getByLabel('Marks').fill('White chin');
    await page.getByLabel('Microchip 1').fill('12');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Something in the form is not right').waitFor(PATIENCE);
    await page.getByLabel('Microchip 1').fill('276098106234567');
    await page.getByRole('button', { name: 'Save' }).click();

    for (const words of ['Maine Coon', 'about 2024-05', 'tabby', 'White chin', '276098106234567']) {
      await page.locator('dd', { hasText: words }).waitFor(PATIENCE);
    }
    await page.getByText('Changed: Breed').waitFor(PATIENCE);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    await page.getByRole('navigation').getByRole('link', { name: 'Identify' }).click();
    // Until the page is loaded the one before is still there, with a choice of photos of its own.
    await page.locator('h1:focus', { hasText: 'Who is this?' }).waitFor(PATIENCE);
    await choose([1]);
    await page.getByRole('heading', { name: 'This is Mia' }).waitFor(PATIENCE);
    expect(await violations(page)).toEqual([]);

    // The very photo that is stored: nearly all of its marks agree.
    await page.getByRole('button', { name: 'Show what they have in common' }).click();
    const picture = page.getByRole('img', { name: /^Both heads side by side/ });
    await picture.waitFor(PATIENCE);
    expect(await picture.locator('image').count()).toBe(2);
    expect(await picture.locator('line').count()).toBeGreaterThan(30);
    await page.getByText('That supports that it is the same animal.').waitFor(PATIENCE);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByText('Where it agrees').click();
    expect(await picture.locator('g rect').count()).toBeGreaterThan(10);
    await page.getByText('The faces', { exact: true }).click();
    await page.getByText('Blue regions make the two faces more alike').waitFor(PATIENCE);
    expect(await picture.locator('rect').count()).toBe(72);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hide it again' }).click();
    await picture.waitFor({ state: 'detached', ...PATIENCE });
    // What the browser itself says about the answer 400 to the chip number.
    expect(complaints.filter((line) => !line.includes('400'))).toEqual([]);
  });
});
