import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { petListSchema, petSchema } from '@snout/contract';
import { writeTurningVideo } from '@snout/drawn-pets/node';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { type RunningServer, startServer } from '../e2e/running-server.ts';
import { findChromium } from './find-chromium.ts';
import { fakeCamera, openBrowser } from './open-browser.ts';
import { signUpOnPage } from './sign-up-on-page.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const PHONE = { width: 360, height: 740 };
/** A small shared machine looks at a frame in many times what a phone needs, and the video has to come round. */
const PATIENCE = { timeout: 400_000 };

/** The real service with its real models, and a camera before which a drawn dog turns. */
describe.skipIf(executable === null)('the guided capture', () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-capture-'));
    const video = join(folder, 'rex.y4m');
    await Promise.all([buildWeb(process.execPath), writeTurningVideo(video, { seed: 'rex', species: 'dog' })]);
    server = await startServer({ SNOUT_DATA: join(folder, 'data') });
    browser = await openBrowser(executable ?? '', fakeCamera(video));
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', permissions: ['camera'], locale: 'en-GB' });
    page = await context.newPage();
    complaints.length = 0;
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${server.url}/pets/new`);
    await signUpOnPage(page);
    complaints.length = 0;
  });
  afterEach(() => context.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const openCamera = () => button('Use the camera').click();
  const hint = () => page.locator('[role=status]');
  /** The mark around the leather, as large as a nose from near. */
  const leather = () => page.locator('svg rect[width]:not([width^="-"])').first();

  it('leads from the camera to an enrolled pet without a shutter button, and loses nothing on the way', {
    timeout: 1_200_000,
  }, async () => {
    await page.getByLabel('Name').fill('Rex');
    await openCamera();
    await page.getByRole('heading', { name: 'The face from the front' }).waitFor(PATIENCE);
    await hint()
      .filter({ hasText: /Keep it there|nose to the left/ })
      .first()
      .waitFor(PATIENCE);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('heading', { name: 'The left side of the face' }).waitFor(PATIENCE);

    // A reload in the middle: photos and steps are still there.
    await page.reload();
    await openCamera();
    await page.getByRole('heading', { name: /side of the face|close up/ }).waitFor(PATIENCE);
    await page.getByRole('heading', { name: 'The nose, close up' }).waitFor(PATIENCE);
    // The whole animal is before the camera yet, then its nose alone.
    await hint()
      .filter({ hasText: /Closer to the nose|No nose in sight/ })
      .first()
      .waitFor(PATIENCE);
    await hint().filter({ hasText: 'Keep it there' }).first().waitFor(PATIENCE);
    await leather().waitFor(PATIENCE);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('heading', { name: 'Look them over' }).waitFor(PATIENCE);
    const taken = page.getByRole('img', { name: /, photo \d/ });
    await taken.nth(4).waitFor(PATIENCE);
    expect(await taken.count()).toBe(5);
    expect(await violations(page)).toEqual([]);

    await button('Use these photos').click();
    await page.getByText('1 head found').nth(3).waitFor(PATIENCE);
    await page.getByText('The nose is found.').waitFor(PATIENCE);

    // The network drops while the photos are sent, and the page is reloaded meanwhile.
    await page.route('**/api/pets', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await button('Enrol').click();
    await page.getByText('Waiting for the network.').waitFor();
    await page.reload();
    await page.getByText('Waiting for the network.').waitFor(PATIENCE);
    expect(await page.getByLabel('Name').inputValue()).toBe('Rex');
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/api/pets');
    await button('Try now').click();
    await page.getByRole('heading', { name: 'Rex is enrolled' }).waitFor(PATIENCE);

    // Four photos of the face are searched; the close-up is kept beside them, and shown.
    const { pets } = petListSchema.parse(await (await context.request.get(`${server.url}/api/pets`)).json());
    const { photos, noses } = petSchema.parse(await (await context.request.get(`${server.url}/api/pets/${pets[0]?.id}`)).json());
    expect([photos.length, noses.length]).toEqual([4, 1]);
    expect(noses[0]?.nose.quality.score).toBeGreaterThanOrEqual(50);
    await page.goto(`${server.url}/pets/${pets[0]?.id}`);
    await page.getByRole('img', { name: 'Nose of Rex, photo 1' }).waitFor(PATIENCE);
    expect(await violations(page)).toEqual([]);
    expect(complaints.filter((line) => !line.includes('net::ERR_FAILED'))).toEqual([]);
  });
});
