import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insuranceProductSchema } from '@snout/contract/insurance';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { drawnJpeg } from '../e2e/drawn-jpeg.ts';
import { freePort } from '../e2e/free-port.ts';
import { type RunningServer, startServer } from '../e2e/running-server.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { signUpOnPage } from './sign-up-on-page.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const PHONE = { width: 360, height: 740 };
const PATIENCE_MS = 60_000;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());

describe.skipIf(executable === null)('insuring a pet', () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let context: BrowserContext;
  let ada: Page;
  let insurer: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-insure-'));
    await buildWeb(process.execPath);
    // The page of the payment leads back to the service's own address.
    server = await startServer({ SNOUT_DATA: join(folder, 'data'), SNOUT_PORT: String(await freePort()) });
    browser = await openBrowser(executable ?? '');
    context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' });
    context.setDefaultTimeout(PATIENCE_MS);
    ada = await context.newPage();
    ada.on('pageerror', (error) => complaints.push(String(error)));
    await ada.goto(`${server.url}/pets`);
    await signUpOnPage(ada);
    const made = await post('/api/organisations', { kind: 'insurer', name: 'Paw Mutual' });
    insurer = made.id;
    const { id } = insuranceProductSchema.parse(await post(`/api/tenants/${insurer}/insurance-products`, { ready: 'gb-yearly' }));
    await post(`/api/tenants/${insurer}/insurance-products/${id}/publish`, { effectiveFrom: today });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  async function post(path: string, data: unknown) {
    const answer = await context.request.post(`${server.url}${path}`, { data, headers: { origin: server.url } });
    if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  }
  const registered = async (name: string, seed: string, views: readonly number[], birth: object | null) => {
    const form = new FormData();
    for (const view of views) form.append('photos', await drawnJpeg(seed, 'cat', view));
    form.set('name', name);
    form.set('allowDuplicate', 'true');
    if (birth) form.set('profile', JSON.stringify({ birth }));
    const answer = await context.request.post(`${server.url}/api/pets`, { multipart: form, headers: { origin: server.url } });
    if (!answer.ok()) throw new Error(`${name} was answered ${answer.status()}: ${await answer.text()}`);
  };
  const apply = async () => {
    for (const box of await ada.getByRole('checkbox').all()) await box.check();
    await ada.getByRole('button', { name: 'Apply for this policy' }).click();
  };
  const noSideways = () => ada.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

  it('begins with a price that anybody can see, line by line, or why there is none', { timeout: 600_000 }, async () => {
    const stranger = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' });
    const page = await stranger.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${server.url}/insurers/${insurer}`);
    await page.getByText('Cover by Paw Mutual').waitFor();
    await page.getByLabel('From').fill(today);
    await page.getByLabel('Born').fill('1999');
    await page.getByRole('button', { name: 'Show the price' }).click();
    await page.getByText('There is no quote').waitFor();
    await page.getByText('It would be too old on that day.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Born').fill('2021-05-04');
    await page.getByRole('button', { name: 'Show the price' }).click();
    await page.getByText('From when on it holds').waitFor();
    const cells = await page.locator('td').allInnerTexts();
    const pounds = cells.map((cell) => Number(cell.replace('£', '').replace('−', '-').replace('-£', '-')));
    const total = pounds.at(-1) ?? 0;
    expect(total).toBeGreaterThan(100);
    expect(Math.round(100 * pounds.slice(0, -1).reduce((sum, one) => sum + one, 0))).toBe(Math.round(100 * total));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
    await page.getByRole('heading', { name: '为宠物投保' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await stranger.close();
  });

  it('ends with a policy, with better photos that are wanted, or with a person who looks', { timeout: 900_000 }, async () => {
    await ada.goto(`${server.url}/insurers/${insurer}/apply`);
    await ada.getByRole('heading', { name: 'Show your pet first' }).waitFor();
    expect(await violations(ada)).toEqual([]);

    const born = { date: '2021-05-04', precision: 'day', estimated: false };
    await registered('Mia', 'mia', [1, 2, 3], born);
    await registered('Nameless', 'tom', [1], null);
    await registered('Twin', 'mia', [4, 5], born);
    await ada.reload();
    await ada.getByLabel('Pet', { exact: true }).selectOption({ label: 'Nameless' });
    await ada.getByText('The profile has no date of birth.').waitFor();

    await ada.getByLabel('Pet', { exact: true }).selectOption({ label: 'Mia' });
    await ada.getByRole('heading', { name: 'Before you accept' }).waitFor();
    expect(await violations(ada)).toEqual([]);
    expect(await noSideways()).toBe(true);
    await apply();
    await ada.getByText(/^Policy [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
    await ada.getByText(/^Pay £[\d.]+ by /).waitFor();
    expect(await violations(ada)).toEqual([]);
    await ada.getByRole('button', { name: 'Pay now' }).click();
    await ada.getByText('no money moves').waitFor();
    await ada.getByRole('button', { name: 'Pay', exact: true }).click();
    await ada.getByText(/are paid\. The cover holds from/).waitFor();
    expect(await ada.getByRole('button', { name: 'Pay now' }).count()).toBe(0);
    expect(await violations(ada)).toEqual([]);

    await ada.goto(`${server.url}/insurers/${insurer}/apply`);
    await ada.getByLabel('Pet', { exact: true }).selectOption({ label: 'Twin' });
    await ada.getByRole('heading', { name: 'Before you accept' }).waitFor();
    await apply();
    await ada.getByRole('heading', { name: 'A person looks at it' }).waitFor();
    await ada.getByText('Another animal that the insurer knows looks very much the same.').waitFor();
    expect(await violations(ada)).toEqual([]);

    await ada.goto(`${server.url}/insurers/${insurer}/apply`);
    await ada.getByLabel('Pet', { exact: true }).selectOption({ label: 'Mia' });
    await ada.getByRole('heading', { name: 'Before you accept' }).waitFor();
    await apply();
    await ada.getByText(/^It is insured already, by policy /).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is decided by a person of the insurer, who sees both animals and says why', { timeout: 600_000 }, async () => {
    await ada.goto(`${server.url}/tenants/${insurer}/applications`);
    await ada.getByText('It looks like an animal that you know.').waitFor();
    await ada.getByRole('img', { name: 'The animal in this application' }).waitFor();
    await ada.getByRole('img', { name: 'An animal that you know' }).first().waitFor();
    expect(await violations(ada)).toEqual([]);
    expect(await noSideways()).toBe(true);
    await ada.getByRole('button', { name: 'Decline' }).click();
    await ada.getByText('Say why.', { exact: true }).waitFor();
    expect(await violations(ada)).toEqual([]);
    await ada.getByLabel('Why').fill('It is insured already, as Mia.');
    await ada.getByRole('button', { name: 'Decline' }).click();
    await ada.getByText('Nothing waits for a decision.').waitFor();
    await ada.getByText('Declined', { exact: true }).click();
    await ada.getByText('Declined: It is insured already, as Mia.').waitFor();
    expect(await violations(ada)).toEqual([]);
    // What the applicant reads, where the link of the mail leads.
    const { applications } = await (
      await context.request.get(`${server.url}/api/tenants/${insurer}/insurance-applications?state=declined`)
    ).json();
    const second = await context.newPage();
    await second.goto(`${server.url}/insurers/${insurer}/applications/${applications[0].id}`);
    await second.getByText('It is insured already, as Mia.').waitFor();
    expect(await violations(second)).toEqual([]);
    await second.close();
    await ada.getByText('Accepted', { exact: true }).click();
    await ada.getByRole('img', { name: 'The animal in this application' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
