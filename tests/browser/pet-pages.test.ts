import { resolve } from 'node:path';
import { createInMemoryPets } from '@snout/core/testing';
import { serve } from '@snout/server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { createService, form, type Service } from '../api/service.ts';
import { OPERATOR, signedInAs } from '../api/signed-in.ts';
import { drawnPhoto } from './drawn-photo.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const ROOT = resolve(import.meta.dirname, '../..');
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

/** The service with everything real but the models and the database. */
describe.skipIf(executable === null)("a pet's page, what it shows to others, and the page for finders", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let service: Service;
  let url: string;
  let stop: () => Promise<void>;
  const photos: Uint8Array<ArrayBuffer>[] = [];

  beforeAll(async () => {
    await buildWeb(process.execPath);
    for (const photo of [1, 2, 3, 4]) photos.push(await drawnPhoto({ pets: [{ name: 'rex', species: 'dog' }], photo }));
    browser = await openBrowser(executable ?? '');
  }, 300_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    const { gallery, petsUnitOfWork } = createInMemoryPets();
    const webFolder = resolve(ROOT, 'apps/web/dist');
    const accounts = { ...signedInAs(OPERATOR).accounts, localeOf: async () => null };
    service = createService(gallery, { petsUnitOfWork, accounts, webFolder });
    ({ url, stop } = await serve(service, { host: '127.0.0.1', port: 0 }));
    context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', locale: 'en-GB' });
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await stop();
  });

  const enrol = async (name: string, numbers: readonly number[]) => {
    const files = numbers.flatMap((number) => photos[number - 1] ?? []);
    const body = form(files, { name, allowDuplicate: 'true' });
    const response = await service.request('/api/pets', { method: 'POST', body });
    return response.headers.get('location')?.split('/').at(-1) ?? '';
  };
  const change = (method: string, path: string, body: unknown) =>
    service.request(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const choose = (numbers: readonly number[]) =>
    page
      .getByRole('main')
      .locator('input[type=file]')
      .first()
      .setInputFiles(
        numbers.flatMap((number) => ({ name: `${number}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(photos[number - 1] ?? []) })),
      );

  /** On a phone and on a desktop. */
  async function violationsOnBoth(shown: Page): Promise<string[]> {
    const found: string[] = [];
    for (const viewport of [PHONE, DESKTOP]) {
      await shown.setViewportSize(viewport);
      found.push(...(await violations(shown)));
    }
    return found;
  }

  it('shows who cares for it; invitations are sent and taken back', async () => {
    const id = await enrol('Rex', [1, 2]);
    await page.goto(`${url}/pets/${id}`);
    await page.getByText('Name of local (you)').waitFor();
    await page.getByText('How Snout knows this photo').first().click();
    await page.getByText('Up to date: it is searched.').first().waitFor();
    await page.getByLabel('E-mail address of the carer').fill('bob@example.org');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByText('An invitation is on its way to bob@example.org.').waitFor();
    await page.getByLabel('E-mail address of the new owner').fill('bob@example.org');
    await page.getByRole('button', { name: 'Offer' }).click();
    await page.getByText('Nothing changes until it is accepted.').waitFor();
    await page.getByText('An offer is open until').waitFor();
    expect(await violationsOnBoth(page)).toEqual([]);
    for (const left of [1, 0]) {
      await page.getByRole('button', { name: 'Take back' }).first().click();
      await expect.poll(() => page.getByRole('button', { name: 'Take back' }).count(), { timeout: 30_000 }).toBe(left);
    }
  });

  it('is shown to whoever has the link, as its owner chose, until the link is ended', async () => {
    const id = await enrol('Rex', [1, 2, 3]);
    await change('PATCH', `/api/pets/${id}/profile`, { breed: 'mixed', sex: 'male', marks: 'white paw', contactNotes: '+49 170 1234567' });
    await page.goto(`${url}/pets/${id}`);
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = (await page.getByRole('link', { name: /\/shared\// }).textContent()) ?? '';
    expect(await violationsOnBoth(page)).toEqual([]);

    const stranger = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    const shared = await stranger.newPage();
    await shared.goto(`${url}${new URL(link).pathname}`);
    await shared.getByRole('heading', { name: 'Rex' }).waitFor();
    await shared.getByRole('img', { name: 'Rex, photo 3' }).waitFor();
    expect(await shared.getByRole('img', { name: 'QR code of this page' }).count()).toBe(1);
    expect(await shared.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    expect(await shared.locator('body').innerText()).not.toMatch(/white paw|\+49/);
    expect(await violationsOnBoth(shared)).toEqual([]);

    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByLabel('Marks').check();
    await saved;
    await shared.reload();
    await shared.getByText('white paw').waitFor();
    await page.getByRole('button', { name: 'End the link' }).click();
    await page.getByRole('button', { name: 'Make the link' }).waitFor();
    await shared.reload();
    await shared.getByRole('heading', { name: 'This page shows nothing' }).waitFor();
    expect(await violationsOnBoth(shared)).toEqual([]);
    await stranger.close();
  });

  it('that is there twice becomes one and two again', async () => {
    const id = await enrol('Rex', [1, 2]);
    await enrol('Rexi', [3]);
    await page.goto(`${url}/pets/${id}`);
    await page.getByLabel('The other entry').selectOption({ label: 'Rexi' });
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('Rexi with 1 photo').waitFor();
    await page.getByText('3 photos').waitFor();
    expect(await violationsOnBoth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 photos').waitFor();
  });

  it('is archived and brought back', async () => {
    const id = await enrol('Rex', [1]);
    await page.goto(`${url}/pets/${id}`);
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByText('This pet is archived').waitFor();
    await page.goto(`${url}/pets`);
    await page.getByRole('link', { name: 'Archived pets' }).click();
    await page.getByRole('link', { name: /Rex/ }).waitFor();
    expect(await violationsOnBoth(page)).toEqual([]);
    await page.getByRole('link', { name: /Rex/ }).click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByRole('button', { name: 'Archive', exact: true }).waitFor();
  });

  it('is found by somebody without an account, who writes to its owner; not any more when the owner says so', async () => {
    const id = await enrol('Rex', [1, 2]);
    await page.goto(`${url}/found`);
    await page.getByRole('heading', { name: 'Found a pet?' }).waitFor();
    expect(await violationsOnBoth(page)).toEqual([]);
    await choose([3]);
    await page.getByRole('heading', { name: 'This is likely a registered pet' }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Rex|Operator/);
    expect(await violationsOnBoth(page)).toEqual([]);
    await page.getByLabel('Your message').fill('At the mill.');
    await page.getByRole('button', { name: 'Send the message' }).click();
    await page.getByText('Your message is on its way to the owner.').waitFor();

    await page.goto(`${url}/pets/${id}`);
    // Not uncheck(): the switch follows the service's answer, and may show the old state for a moment.
    await page.getByLabel('Let finders write to me').click();
    await page.getByText('Finders may no longer write to the owner').waitFor();
    expect(await page.getByLabel('Let finders write to me').isChecked()).toBe(false);
    await page.goto(`${url}/found`);
    await choose([4]);
    await page.getByRole('heading', { name: 'No registered pet looks like this one' }).waitFor();
    expect(await violationsOnBoth(page)).toEqual([]);
  });
});
