import { resolve } from 'node:path';
import { createInMemoryGallery } from '@snout/core/testing';
import { serve } from '@snout/server';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { createService } from '../api/service.ts';
import { drawnPhoto } from './drawn-photo.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';

const executable = findChromium();
const ROOT = resolve(import.meta.dirname, '../..');
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

type FilePayload = { name: string; mimeType: string; buffer: Buffer };

const rex = (photo: number) => drawnPhoto({ pets: [{ name: 'rex', species: 'dog' }], photo });
const file = (name: string, bytes: Uint8Array): FilePayload => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });

describe.skipIf(executable === null)('the page', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let stop: () => Promise<void>;
  const complaints: string[] = [];
  const photos: Record<'rex1' | 'rex2' | 'rex3' | 'stranger' | 'pair', FilePayload> = Object.create(null);

  beforeAll(async () => {
    await buildWeb(process.execPath);
    photos.rex1 = file('garden.jpg', await rex(1));
    photos.rex2 = file('sofa.jpg', await rex(2));
    photos.rex3 = file('walk.jpg', await rex(3));
    photos.stranger = file('stranger.jpg', await drawnPhoto({ pets: [{ name: 'tom', species: 'cat' }], photo: 1, quality: 20 }));
    photos.pair = file(
      'pair.jpg',
      await drawnPhoto({
        pets: [
          { name: 'rex', species: 'dog' },
          { name: 'tom', species: 'cat' },
        ],
        photo: 2,
      }),
    );
    browser = await openBrowser(executable ?? '');
  }, 300_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    const app = createService(createInMemoryGallery(), { webFolder: resolve(ROOT, 'apps/web/dist'), maxRequestBytes: 50 * 1024 * 1024 });
    const listening = await serve(app, { host: '127.0.0.1', port: 0 });
    stop = listening.stop;
    context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
    page = await context.newPage();
    complaints.length = 0;
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(listening.url);
  });
  afterEach(async () => {
    await context.close();
    await stop();
  });

  const tab = (name: string) => page.getByRole('tab', { name }).click();
  const panel = () => page.getByRole('tabpanel');
  const choose = (files: readonly FilePayload[]) =>
    panel()
      .locator('input[type=file]')
      .first()
      .setInputFiles([...files]);

  async function enrolRex(): Promise<void> {
    await tab('Enrol');
    await page.getByLabel('Name').fill('Rex');
    await choose([photos.rex1, photos.rex2]);
    await page.getByText('1 head found').nth(1).waitFor();
    await page.getByRole('button', { name: 'Enrol', exact: true }).click();
    await page.getByRole('heading', { name: 'Rex is enrolled' }).waitFor();
  }

  async function violations(): Promise<string[]> {
    await page.evaluate(axe.source);
    const result = await page.evaluate(() => Reflect.get(globalThis, 'axe').run(document, { resultTypes: ['violations'] }));
    return result.violations.map((one: axe.Result) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
  }

  it('goes from the first photo to a forgotten pet', async () => {
    await page.getByText('Who is this?').first().waitFor();
    await choose([photos.rex1]);
    await page.getByText('No pets are enrolled yet, so every animal is unknown.').waitFor();
    await page.getByRole('link', { name: 'Enrol a pet' }).click();

    await enrolRex();
    expect(await page.getByText('2 photos').isVisible()).toBe(true);

    await tab('Who is this?');
    await page.getByRole('button', { name: 'Ask about other photos' }).click();
    await choose([photos.rex3, photos.stranger]);
    await page.getByRole('heading', { name: 'This is Rex' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Not one of your pets' }).isVisible()).toBe(true);
    expect(await page.getByText('Hold still: the head is blurred.').isVisible()).toBe(true);
    expect(await page.getByRole('status').filter({ hasText: 'walk.jpg: This is Rex. stranger.jpg: Not one of your pets' }).count()).toBe(1);

    await page.getByRole('link', { name: 'Show Rex' }).first().click();
    await page.getByRole('heading', { name: 'Rex', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Forget Rex' }).click();
    await page.getByRole('button', { name: 'Keep' }).last().click();
    await page.getByRole('button', { name: 'Forget Rex' }).click();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await page.getByText('No pets are enrolled yet.', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('asks before a second pet is made of the same animal, and adds its photos instead', async () => {
    await enrolRex();
    await page.getByRole('button', { name: 'Enrol another pet' }).click();
    await page.getByLabel('Name').fill('Max');
    await choose([photos.rex3]);
    await page.getByText('1 head found').waitFor();
    await page.getByRole('button', { name: 'Enrol', exact: true }).click();
    await page.getByRole('button', { name: 'Yes, add the photos to Rex' }).click();
    await page.getByRole('heading', { name: 'Photos added to Rex' }).waitFor();
    expect(await page.getByText('3 photos').isVisible()).toBe(true);
  });

  it('lets a person choose the head that is meant, with the keyboard', async () => {
    await tab('Enrol');
    await page.getByLabel('Name').fill('Tom');
    await choose([photos.pair]);
    await page.getByText('Several heads: choose the one that is your pet.').waitFor();
    await page.getByRole('button', { name: 'Use head 2' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Head 2 is chosen.').waitFor();
    await page.getByRole('button', { name: 'Enrol', exact: true }).click();
    await page.getByRole('heading', { name: 'Tom is enrolled' }).waitFor();
  });

  it('says what to do about files it cannot use and when the service is gone', async () => {
    await choose([file('notes.jpg', Buffer.from('no photo'))]);
    await page.getByText('This is not an image file.').waitFor();
    await page.getByRole('button', { name: 'Ask about other photos' }).click();
    await stop();
    await choose([photos.rex1]);
    await page.getByText('Snout does not answer.').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
  });

  it.each([
    ['a phone in the dark', PHONE, 'dark'],
    ['a desktop', DESKTOP, 'light'],
  ] as const)('has no violations of accessibility rules on %s, and fits it', async (_, viewport, colorScheme) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const found = { start: await violations() } as Record<string, string[]>;
    await enrolRex();
    found['enrolled'] = await violations();
    await page.getByRole('button', { name: 'Enrol another pet' }).click();
    await page.getByLabel('Name').fill('Max');
    await choose([photos.rex3, photos.pair]);
    await page.getByText('1 head found').waitFor();
    found['enrol'] = await violations();
    await page.getByRole('button', { name: 'Remove pair.jpg' }).click();
    await page.getByRole('button', { name: 'Enrol', exact: true }).click();
    await page.getByText('Is this pet enrolled already?').waitFor();
    found['duplicate'] = await violations();
    await tab('Who is this?');
    await choose([photos.rex3, photos.pair]);
    await page.getByRole('heading', { name: 'This is Rex' }).first().waitFor();
    found['answer'] = await violations();
    await tab('Pets');
    await page.getByRole('link', { name: /Rex/ }).first().waitFor();
    found['pets'] = await violations();
    await panel().getByRole('link', { name: /Rex/ }).first().click();
    await page.getByRole('button', { name: 'Forget Rex' }).click();
    await page.getByText('Forget Rex?').waitFor();
    found['forget'] = await violations();
    expect(Object.fromEntries(Object.entries(found).filter(([, rules]) => rules.length > 0))).toEqual({});
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
