import { resolve } from 'node:path';
import { createInMemoryPets } from '@snout/core/testing';
import { serve } from '@snout/server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { createService } from '../api/service.ts';
import { drawnPhoto } from './drawn-photo.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const ROOT = resolve(import.meta.dirname, '../..');
const PHONE = { width: 360, height: 740 };
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
    const { gallery, petsUnitOfWork } = createInMemoryPets();
    const app = createService(gallery, { petsUnitOfWork, webFolder: resolve(ROOT, 'apps/web/dist'), maxRequestBytes: 50 * 1024 * 1024 });
    const listening = await serve(app, { host: '127.0.0.1', port: 0 });
    stop = listening.stop;
    context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', locale: 'en-GB' });
    page = await context.newPage();
    complaints.length = 0;
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(listening.url);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  });
  afterEach(async () => {
    await context.close();
    await stop();
  });

  const section = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
  const choose = (files: readonly FilePayload[]) =>
    page
      .getByRole('main')
      .locator('input[type=file]')
      .first()
      .setInputFiles([...files]);

  async function enrolRex(): Promise<void> {
    await section('Add');
    await page.getByLabel('Name').fill('Rex');
    await choose([photos.rex1, photos.rex2]);
    await page.getByText('1 head found').nth(1).waitFor();
    await page.getByRole('button', { name: 'Enrol', exact: true }).click();
    await page.getByRole('heading', { name: 'Rex is enrolled' }).waitFor();
  }

  it('goes from the first photo to a forgotten pet', async () => {
    await page.getByRole('link', { name: 'Add your first pet' }).waitFor();
    await section('Identify');
    await page.getByText('It never just names the nearest.').waitFor();
    await choose([photos.rex1]);
    await page.getByText('No animal of this kind is enrolled yet, so it can only be unknown.').waitFor();
    await page.getByRole('link', { name: 'Enrol a pet' }).click();

    await enrolRex();
    expect(await page.getByText('2 photos').isVisible()).toBe(true);

    await section('Identify');
    await page.getByRole('button', { name: 'Ask about other photos' }).click();
    await choose([photos.rex3, photos.stranger]);
    await page.getByRole('heading', { name: 'This is Rex' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Not one of your pets' }).isVisible()).toBe(true);
    expect(await page.getByText('Hold still: the head is blurred.').isVisible()).toBe(true);
    expect(await page.getByRole('status').filter({ hasText: 'walk.jpg: This is Rex. stranger.jpg: Not one of your pets' }).count()).toBe(1);

    await page.getByRole('link', { name: 'Show Rex' }).first().click();
    await page.getByRole('heading', { name: 'Rex', exact: true }).waitFor();
    // The answer is still there when the person comes back.
    await page.goBack();
    await page.getByRole('heading', { name: 'This is Rex' }).waitFor();
    await page.goForward();
    await page.getByRole('button', { name: 'Forget …' }).click();
    await page.getByRole('button', { name: 'Keep' }).last().click();
    await page.getByRole('button', { name: 'Forget …' }).click();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await page.getByText('Rex has been forgotten.').first().waitFor();
    await page.getByRole('heading', { name: 'No pets are enrolled yet.' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('has an address, a title and a heading with the keyboard for each section', async () => {
    for (const [name, path, heading] of [
      ['Add', '/pets/new', 'Enrol a pet'],
      ['Identify', '/identify', 'Who is this?'],
      ['Settings', '/settings', 'Settings'],
      ['Pets', '/pets', 'Pets'],
    ] as const) {
      await section(name);
      await page.locator('h1:focus', { hasText: heading }).waitFor();
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await page.title()).toBe(`${heading} · Snout`);
      expect(await page.getByRole('navigation').locator('[aria-current=page]').innerText()).toBe(name);
    }
    await page.goto(new URL('/identify', page.url()).href);
    await page.getByRole('heading', { name: 'Who is this?' }).waitFor();
    await page.goto(new URL('/no/such/place', page.url()).href);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.goto(new URL('/pets/nobody', page.url()).href);
    await page.getByText('This pet is not known any more.').waitFor();
    // What the browser itself says about the answer 404.
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
  });

  it('speaks Chinese when it is asked to, and remembers it', async () => {
    await page.getByLabel('Language').first().selectOption('zh-CN');
    await page.getByRole('heading', { name: '还没有登记宠物。' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '还没有登记宠物。' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  });

  it('opens without a network once it was opened, and says that the service is away', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await stop();
    await page.goto(page.url());
    await page.getByText('Snout does not answer.').waitFor();
    await section('Identify');
    await page.getByRole('heading', { name: 'Who is this?' }).waitFor();
    const kept = await page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return caches_.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/');
    expect(kept.filter((path) => path.startsWith('/api/') || path.startsWith('/models/'))).toEqual([]);
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
    await section('Add');
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
    await section('Identify');
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
    await page.getByRole('link', { name: 'Add your first pet' }).waitFor();
    const found = { start: await violations(page) } as Record<string, string[]>;
    await section('Settings');
    await page.getByText('About this Snout').waitFor();
    found['settings'] = await violations(page);
    await section('Identify');
    await page.getByText('It never just names the nearest.').waitFor();
    found['identify'] = await violations(page);
    await enrolRex();
    found['enrolled'] = await violations(page);
    await page.getByRole('button', { name: 'Enrol another pet' }).click();
    await page.getByLabel('Name').fill('Max');
    await choose([photos.rex3, photos.pair]);
    await page.getByText('1 head found').waitFor();
    found['enrol'] = await violations(page);
    await page.getByRole('button', { name: 'Remove pair.jpg' }).click();
    await page.getByRole('button', { name: 'Enrol', exact: true }).click();
    await page.getByText('Is this pet enrolled already?').waitFor();
    found['duplicate'] = await violations(page);
    await section('Identify');
    await choose([photos.rex3, photos.pair]);
    await page.getByRole('heading', { name: 'This is Rex' }).first().waitFor();
    found['answer'] = await violations(page);
    await section('Pets');
    await page.getByRole('link', { name: /Rex/ }).first().waitFor();
    found['pets'] = await violations(page);
    await page.getByRole('main').getByRole('link', { name: /Rex/ }).first().click();
    await page.getByRole('heading', { name: 'Can be known again' }).waitFor();
    found['pet'] = await violations(page);
    await page.getByRole('button', { name: 'Forget …' }).click();
    await page.getByText('Forget Rex?').waitFor();
    found['forget'] = await violations(page);
    expect(Object.fromEntries(Object.entries(found).filter(([, rules]) => rules.length > 0))).toEqual({});
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
