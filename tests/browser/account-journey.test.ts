import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntryDto } from '@snout/contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { type RunningServer, startServer } from '../e2e/running-server.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { signUpOnPage } from './sign-up-on-page.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const PHONE = { width: 360, height: 740 };
const PATIENCE_MS = 30_000;

/** The real service; its mails are files. */
describe.skipIf(executable === null)('an account and the ways into it', () => {
  let folder: string;
  let server: RunningServer;
  let outbox: Outbox;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-account-'));
    await buildWeb(process.execPath);
    const data = join(folder, 'data');
    outbox = await openOutbox(data);
    server = await startServer({ SNOUT_DATA: data });
    browser = await openBrowser(executable ?? '');
    [context, page] = await visitor();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  async function visitor(): Promise<[BrowserContext, Page]> {
    const made = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' });
    made.setDefaultTimeout(PATIENCE_MS);
    return [made, await made.newPage()];
  }
  const open = (path: string, on = page) => on.goto(`${server.url}${path}`);
  const button = (name: string, on = page) => on.getByRole('button', { name, exact: true });
  const card = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const signOut = async () => {
    await open('/settings');
    await button('Sign out').click();
    await page.getByRole('tab', { name: 'Sign in' }).waitFor();
  };

  it('is signed in to by a passkey that was added in the settings, and not once that is removed', { timeout: 600_000 }, async () => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
    });
    await open('/settings');
    await signUpOnPage(page);
    await card('Passkeys').getByText('You have none yet.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Name of this device').fill('Test phone');
    await button('Add a passkey').click();
    await page.getByText('Test phone').waitFor();
    await button('Add a passkey').click();
    await page.getByText('This device has a passkey for your account already.').waitFor();
    // What one wants no mails about is kept.
    const kept = page.waitForResponse((response) => response.url().endsWith('/api/me/mails/photo-reminder') && response.ok());
    await page.getByLabel('Time for new photos').click();
    await kept;
    await page.reload();
    await page.getByLabel('Time for new photos').waitFor();
    expect(await page.getByLabel('Time for new photos').isChecked()).toBe(false);
    await button('Rename Test phone').click();
    await page.getByLabel('New name').fill('My phone');
    await card('Passkeys').getByRole('button', { name: 'Save' }).click();
    await button('Rename My phone').waitFor();
    expect(await violations(page)).toEqual([]);

    await signOut();
    await button('Sign in with a passkey').click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();

    await button('Remove My phone').click();
    expect(await violations(page, '[role=dialog]')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await card('Passkeys').getByText('You have none yet.').waitFor();
    const { id } = await (await page.request.get(`${server.url}/api/me`)).json();
    const { entries } = await (await page.request.get(`${server.url}/api/tenants/${id}/audit`)).json();
    const told = entries.map(({ action, after }: AuditEntryDto) => [action, after?.['by'] ?? typeof after?.['passkeyId']]);
    expect(told.slice(0, 5)).toEqual([
      ['passkey-removed', 'string'],
      ['signed-in', 'passkey'],
      ['passkey-renamed', 'string'],
      ['mails-chosen', 'undefined'],
      ['passkey-added', 'string'],
    ]);
    await signOut();
    await button('Sign in with a passkey').click();
    await page.getByText('That did not work').waitFor();
    await devtools.detach();
  });

  it('is signed in to by a mailed link, which leads to the page that was asked for and works once', { timeout: 600_000 }, async () => {
    await open('/settings');
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await button('Mail me a link instead').click();
    await page.getByText('a link is on its way').first().waitFor();
    const link = await outbox.link('sign-in-link');
    await open(link);
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await signOut();
    await open(link);
    await page.getByText('This link was used already or has expired.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('gets a new password by a mailed link, and the old one is of no use then', { timeout: 600_000 }, async () => {
    await open('/');
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await button('I forgot my password').click();
    await page.getByText('a link to choose a new password is on its way').first().waitFor();
    const link = await outbox.link('reset-password');
    await open(link);
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    expect(await violations(page)).toEqual([]);
    await page.locator('input[type=password]').fill('another long password');
    await button('Set the password').click();
    await page.getByText('The new password is set.').first().waitFor();
    await page.getByRole('link', { name: 'To the sign-in page' }).click();
    const signIn = async (password: string) => {
      await page.getByLabel('E-mail address').fill('ada@example.org');
      await page.locator('input[type=password]').fill(password);
      await button('Sign in').click();
    };
    await signIn('a long password');
    await page.getByText('The address or the password is wrong').waitFor();
    await signIn('another long password');
    await page.getByRole('navigation').first().waitFor();

    // The same link again, after a reload of everything.
    await open('/pets');
    await open(link);
    await page.locator('input[type=password]').fill('yet another password');
    await button('Set the password').click();
    await page.getByText('This link was used already or has expired.').waitFor();
    expect(await violations(page)).toEqual([]);
    await open('/reset-password');
    await page.getByText('open the link in our mail').waitFor();
  });

  it('is made by somebody who confirms the address, and shows and ends its sessions', { timeout: 600_000 }, async () => {
    const [, there] = await visitor();
    await open('/', there);
    await there.getByRole('tab', { name: 'Create an account' }).click();
    await there.getByLabel('Name').fill('Bo');
    await there.getByLabel('E-mail address').fill('bo@example.org');
    await there.locator('input[type=password]').fill('a long password');
    await button('Create the account', there).click();
    await there.getByText('Look into the mail of bo@example.org').first().waitFor();
    await open(await outbox.link('verify-address'), there);
    await there.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
    expect(await violations(there)).toEqual([]);
    await open('/confirmed?error=TOKEN_EXPIRED', (await visitor())[1]);

    const [, here] = await visitor();
    await open('/settings', here);
    await here.getByLabel('E-mail address').fill('bo@example.org');
    await here.locator('input[type=password]').fill('a long password');
    await button('Sign in', here).click();
    const rows = here.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');
    await rows.nth(1).waitFor();
    expect(await rows.filter({ hasText: 'this one' }).innerText()).toMatch(/Chrome on Linux[\s\S]*On the machine that runs Snout/);
    await here.getByRole('button', { name: /^End the session of/ }).click();
    await rows.nth(1).waitFor({ state: 'detached' });
    await open('/pets', there);
    await there.getByRole('tab', { name: 'Sign in' }).waitFor();

    await there.getByLabel('E-mail address').fill('bo@example.org');
    await there.locator('input[type=password]').fill('a long password');
    await button('Sign in', there).click();
    await there.getByRole('navigation').first().waitFor();
    await here.reload();
    await button('Sign out everywhere else', here).click();
    await here.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await rows.nth(1).waitFor({ state: 'detached' });
    await open('/pets', there);
    await there.getByRole('tab', { name: 'Sign in' }).waitFor();
    // What the browser itself says about answers 400, 401 and 403.
    expect(complaints.filter((line) => !/40[013]/.test(line))).toEqual([]);
  });
});
