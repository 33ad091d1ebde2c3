import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { drawnJpeg } from '../e2e/drawn-jpeg.ts';
import { type RunningServer, startServer } from '../e2e/running-server.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { signUpOnPage } from './sign-up-on-page.ts';

const executable = findChromium();
const PHONE = { width: 360, height: 740 };
/** A small shared machine looks at a photo in many times what others need. */
const PATIENCE = { timeout: 120_000 };

/** The real service with its real models, database, queue and mails. */
describe.skipIf(executable === null)('a pet that gets a new owner', () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let outbox: Outbox;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-transfer-'));
    const data = join(folder, 'data');
    await buildWeb(process.execPath);
    server = await startServer({ SNOUT_DATA: data });
    outbox = await openOutbox(data);
    browser = await openBrowser(executable ?? '');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  const person = async () => (await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' })).newPage();
  /** Links in mails begin with the public address, which the tests do not know before the service listens. */
  const follow = (page: Page, path: string) => page.goto(`${server.url}${path}`);

  it('is shown to others by its owner, goes over to the new one, is gone for the first, and is erased', { timeout: 600_000 }, async () => {
    const [ada, stranger, bob] = [await person(), await person(), await person()];
    await ada.goto(`${server.url}/pets/new`);
    await ada.getByRole('tab', { name: 'Sign in' }).waitFor(PATIENCE);
    await signUpOnPage(ada);
    await ada.getByLabel('Name').fill('Mia');
    const files = await Promise.all([1, 2, 3].map((number) => drawnJpeg('mia', 'cat', number)));
    const payloads = await Promise.all(
      files.map(async (file) => ({ name: file.name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) })),
    );
    await ada.getByRole('main').locator('input[type=file]').first().setInputFiles(payloads);
    await ada.getByText('1 head found').nth(2).waitFor(PATIENCE);
    await ada.getByRole('button', { name: 'Enrol', exact: true }).click();
    await ada.getByRole('link', { name: 'Show Mia' }).click(PATIENCE);

    await ada.getByRole('button', { name: 'Make the link' }).click(PATIENCE);
    const link = new URL((await ada.getByRole('link', { name: /\/shared\// }).textContent(PATIENCE)) ?? '').pathname;
    await follow(stranger, link);
    await stranger.getByRole('heading', { name: 'Mia' }).waitFor(PATIENCE);

    await ada.getByLabel('E-mail address of the new owner').fill('bob@example.org');
    await ada.getByRole('button', { name: 'Offer' }).click();
    await ada.getByText('The offer is on its way to bob@example.org.').waitFor(PATIENCE);

    const offer = await outbox.link('transfer-offer');
    await follow(bob, offer);
    await bob.getByRole('tab', { name: 'Create an account' }).click(PATIENCE);
    await bob.getByLabel('Name').fill('Bob');
    await bob.getByLabel('E-mail address').fill('bob@example.org');
    await bob.locator('input[type=password]').fill('a long password');
    await bob.getByRole('button', { name: 'Create the account' }).click();
    await follow(bob, await outbox.link('verify-address'));
    await follow(bob, offer);
    await bob.getByRole('heading', { name: 'Mia is to become yours' }).waitFor(PATIENCE);
    await bob.getByRole('button', { name: 'Accept: I am the new owner' }).click();
    await bob.getByRole('heading', { name: 'Mia', exact: true }).waitFor(PATIENCE);
    await bob.getByText('Bob (you)').waitFor(PATIENCE);

    await ada.reload();
    await ada.getByText('This pet is not known any more.').waitFor(PATIENCE);
    await stranger.reload();
    await stranger.getByRole('heading', { name: 'This page shows nothing' }).waitFor(PATIENCE);

    await bob.getByRole('button', { name: 'Forget …' }).click();
    await bob.getByRole('button', { name: 'Forget', exact: true }).click();
    await bob.getByText('Mia has been forgotten.').first().waitFor(PATIENCE);
    await bob.getByRole('heading', { name: 'No pets are enrolled yet.' }).waitFor(PATIENCE);
    expect((await fetch(`${server.url}${link.replace('/shared/', '/api/shared-pets/')}`)).status).toBe(404);
  });
});
