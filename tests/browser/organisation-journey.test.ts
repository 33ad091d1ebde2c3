import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
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
import { violations } from './violations.ts';

const executable = findChromium();
const PHONE = { width: 360, height: 740 };
const PATIENCE_MS = 30_000;

/** The real service; its mails are files, and a program on this machine hears of its events. */
describe.skipIf(executable === null)('an organisation, from its making to its log', () => {
  let folder: string;
  let server: RunningServer;
  let outbox: Outbox;
  let browser: Browser;
  let receiver: Server;
  let receiverUrl: string;
  let ada: Page;
  let bo: Page;
  let place: string;
  const heard: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-organisation-'));
    await buildWeb(process.execPath);
    receiver = createServer((request, response) => {
      heard.push(String(request.headers['webhook-id']));
      response.end();
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const address = receiver.address();
    receiverUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/snout`;
    const data = join(folder, 'data');
    outbox = await openOutbox(data);
    server = await startServer({ SNOUT_DATA: data, SNOUT_OUTBOUND_ALLOW: '127.0.0.1/32' });
    browser = await openBrowser(executable ?? '');
    [ada, bo] = [await visitor(), await visitor()];
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    receiver?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function visitor(): Promise<Page> {
    const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    return page;
  }
  /** What pages know by now is old, and somebody looks at them again. */
  async function lookAgainLater(page: Page): Promise<void> {
    await page.clock.install();
    await page.clock.fastForward('05:00');
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  }
  const open = (page: Page, path: string) => page.goto(`${server.url}${path}`);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
  const agree = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  it('is made, and a second person comes in by a mailed invitation and makes an account on the way', { timeout: 600_000 }, async () => {
    await open(ada, '/organisations');
    await signUpOnPage(ada);
    await ada.getByRole('heading', { name: 'You are in no organisation yet' }).waitFor();
    expect(await violations(ada)).toEqual([]);
    await ada.getByRole('link', { name: 'Make an organisation' }).click();
    await ada.getByLabel('Name of the organisation').fill('Paws');
    expect(await violations(ada)).toEqual([]);
    await button(ada, 'Make it').click();
    await ada.getByRole('heading', { level: 1, name: 'Paws' }).waitFor();
    place = new URL(ada.url()).pathname.replace('/organisations/', '/tenants/');
    expect(await ada.getByLabel('Work in').locator('option:checked').innerText()).toBe('Paws');
    await ada.getByLabel('E-mail address').fill('bo@example.org');
    await ada.getByLabel('Role', { exact: true }).selectOption('staff');
    await button(ada, 'Send the invitation').click();
    await ada.getByText('The invitation to bo@example.org is on its way.').waitFor();
    expect(await violations(ada)).toEqual([]);

    await open(bo, await outbox.link('invitation'));
    await tab(bo, 'Create an account').click();
    await bo.getByLabel('Name').fill('Bo');
    await bo.getByLabel('E-mail address').fill('bo@example.org');
    await bo.locator('input[type=password]').fill('a long password');
    await button(bo, 'Create the account').click();
    await bo.getByText('Look into the mail of bo@example.org').first().waitFor();
    await open(bo, await outbox.link('verify-address'));
    await bo.getByText('You have an invitation').waitFor();
    await bo.getByRole('link', { name: 'Look at it' }).click();
    await bo.getByText('Ada invites you as: Staff').waitFor();
    expect(await violations(bo)).toEqual([]);
    await button(bo, 'Accept the invitation of Paws').click();
    await bo.getByText('Your role: Staff').waitFor();
    expect(await tab(bo, 'Keys').count()).toBe(0);

    await ada.reload();
    await ada.getByLabel('Role of Bo').selectOption('viewer');
    await bo.reload();
    await bo.getByText('Your role: Viewer').waitFor();
    await open(bo, `${place}/keys`);
    await bo.getByText('Your role does not allow this.').first().waitFor();
    await open(bo, '/tenants/nobodys/keys');
    await bo.getByText('There is no such organisation').waitFor();
    await open(bo, '/invitations');
    await bo.getByText('There is no invitation for bo@example.org.').waitFor();
    expect(await violations(bo)).toEqual([]);
  });

  it('gives a key to a program, which is served by it until it is revoked', { timeout: 600_000 }, async () => {
    await tab(ada, 'Keys').click();
    await ada.getByText('There are no keys yet.').waitFor();
    expect(await violations(ada)).toEqual([]);
    await ada.getByLabel('Name').fill('Feed');
    await ada.getByLabel('See pets').check();
    await button(ada, 'Make the key').click();
    const secret = await ada.getByTestId('secret').innerText();
    expect(await violations(ada)).toEqual([]);
    const call = () => fetch(`${server.url}/api/pets`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await call()).status).toBe(200);
    await button(ada, 'I have kept it').click();
    await ada.reload();
    await button(ada, 'Revoke Feed').click();
    expect(await ada.getByText(secret).count()).toBe(0);
    await agree(ada, 'Revoke');
    await ada.getByText('There are no keys yet.').waitFor();
    expect((await call()).status).toBe(401);
  });

  it('tells another program of events, keeps what was sent, and sends it again', { timeout: 600_000 }, async () => {
    await tab(ada, 'Webhooks').click();
    await ada.getByText('There are none yet.').waitFor();
    await ada.getByLabel('Address').fill('http://192.168.0.1/');
    await button(ada, 'Add it').click();
    await ada.getByText('Snout does not call this address.').waitFor();
    expect(await violations(ada)).toEqual([]);
    await ada.getByLabel('Address').fill(receiverUrl);
    await button(ada, 'Add it').click();
    await ada.getByText('Keep this secret now').waitFor();
    await ada.getByRole('link', { name: `Open ${receiverUrl}` }).click();
    await ada.getByText('Send a test to see whether the receiver answers.').waitFor();
    await button(ada, 'Send a test').click();
    const log = ada.getByRole('list', { name: 'What was sent' }).getByRole('listitem');
    await log.filter({ hasText: 'answered 200' }).waitFor();
    expect(heard).toHaveLength(1);
    expect(await violations(ada)).toEqual([]);
    await ada.getByRole('button', { name: /^Send again: webhook.test/ }).click();
    await log.filter({ hasText: '2 attempts' }).waitFor();
    await log.filter({ hasText: 'delivered' }).waitFor();
    expect(heard).toEqual([heard[0], heard[0]]);
    await button(ada, 'Make a new secret').click();
    await agree(ada, 'Make it');
    await ada.getByText('Keep the new secret now').waitFor();
    await ada.getByLabel('Send events to this address').click();
    await ada.getByText('Somebody switched it off.').waitFor();
    expect(await violations(ada)).toEqual([]);
  });

  it('shows in its log who did all that to what, to be filtered and taken along', { timeout: 600_000 }, async () => {
    const buffer = Buffer.from(await (await drawnJpeg('rex', 'dog', 1)).arrayBuffer());
    const multipart = { name: 'Rex', photos: { name: 'rex.jpg', mimeType: 'image/jpeg', buffer } };
    const headers = { 'snout-tenant': place.replace('/tenants/', ''), origin: server.url };
    const enrolled = await ada.request.post(`${server.url}/api/pets`, { headers, multipart });
    expect(enrolled.status()).toBe(201);
    await tab(ada, 'Log').click();
    await ada.getByRole('link', { name: 'Rex', exact: true }).click();
    await ada.getByRole('heading', { level: 1, name: 'Rex' }).waitFor();
    await ada.goBack();
    const log = ada.getByRole('list', { name: 'Who did what' }).getByRole('listitem');
    await log.filter({ hasText: 'Revoked an API key' }).waitFor();
    for (const words of ['Made the organisation', 'Invited somebody', 'Changed a role', 'Made an API key', 'Added a webhook']) {
      expect([words, await log.filter({ hasText: words }).count()]).toEqual([words, 1]);
    }
    expect(await log.filter({ hasText: 'Joined' }).innerText()).toMatch(/Bo, /);
    expect(await violations(ada)).toEqual([]);
    await ada.getByLabel('What', { exact: true }).selectOption('role-changed');
    await log.nth(1).waitFor({ state: 'detached' });
    const address = await ada.getByRole('link', { name: 'As a table (CSV)' }).getAttribute('href');
    const lines = (await (await ada.request.get(`${server.url}${address}`)).text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('role-changed');

    await open(bo, place.replace('/tenants/', '/organisations/'));
    expect(await bo.getByText('Data of the organisation').count()).toBe(0);
    await button(bo, 'Leave Paws').click();
    expect(await violations(bo, '[role=dialog]')).toEqual([]);
    await agree(bo, 'Leave');
    await bo.getByRole('heading', { name: 'You are in no organisation yet' }).waitFor();
    await ada.reload();
    await log.filter({ hasText: 'Left' }).waitFor();
  });

  it('is taken along as a zip, and erased by its owner, who types its name and stays signed in', { timeout: 600_000 }, async () => {
    await tab(ada, 'Members').click();
    const download = ada.waitForEvent('download');
    await ada.getByRole('link', { name: 'Download the zip' }).click();
    expect((await download).suggestedFilename()).toMatch(/^snout-.*\.zip$/);
    await button(ada, 'Erase everything …').click();
    const dialog = ada.getByRole('dialog');
    await dialog.getByLabel('Type Paws to confirm').fill('Claws');
    // On a slow machine she signed in too long ago by now.
    if ((await dialog.getByLabel('Your password').count()) > 0) await dialog.getByLabel('Your password').fill('a long password');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await dialog.getByText('This is not what had to be typed.').waitFor();
    expect(await violations(ada, '[role=dialog]')).toEqual([]);
    await dialog.getByLabel('Type Paws to confirm').fill('paws');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await dialog.getByText('The organisation is being erased.').waitFor();
    expect(await violations(ada, '[role=dialog]')).toEqual([]);
    // The page behind it hears that she is no member any more, and what is said stays until she has read it.
    await lookAgainLater(ada);
    await ada.getByRole('heading', { name: 'There is no such organisation', includeHidden: true }).waitFor({ state: 'attached' });
    await dialog.getByText('The organisation is being erased.').waitFor();
    await dialog.getByRole('button', { name: 'To your organisations' }).click();
    await ada.getByRole('heading', { name: 'You are in no organisation yet' }).waitFor();
    expect((await ada.request.get(`${server.url}/api${place}/webhooks`)).status()).toBe(404);
    expect(complaints).toEqual([]);
  });
});
