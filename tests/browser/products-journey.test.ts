import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productTermsSchema } from '@snout/contract/insurance';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { type RunningServer, startServer } from '../e2e/running-server.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { signUpOnPage } from './sign-up-on-page.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const PHONE = { width: 360, height: 740 };
const PATIENCE_MS = 30_000;

describe.skipIf(executable === null)("an insurer's products", () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let ada: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snout-products-'));
    await buildWeb(process.execPath);
    server = await startServer({ SNOUT_DATA: join(folder, 'data') });
    browser = await openBrowser(executable ?? '');
    const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' });
    context.setDefaultTimeout(PATIENCE_MS);
    ada = await context.newPage();
    ada.on('pageerror', (error) => complaints.push(String(error)));
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  const button = (name: string) => ada.getByRole('button', { name, exact: true });
  const publish = async () => {
    await button('Publish').click();
    await ada.getByRole('dialog').getByText('cannot be changed or taken back').waitFor();
    expect(await violations(ada)).toEqual([]);
    await ada.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  };

  const tryDraft = async () => {
    await button('Try a claim: Lifetime pet cover').click();
    await ada.getByLabel('Amount, GBP').fill('150');
    await button('See what is paid').click();
    await ada.getByText('£51.00 of £150.00 would be paid.').waitFor();
    await ada.getByText('By the draft, covered from').waitFor();
  };
  /** The same claim on what is sold, whatever the draft says. */
  const trySoldBesideDraft = async () => {
    await tryDraft();
    await ada.getByLabel('Terms', { exact: true }).selectOption('sold');
    await ada.getByText('By the draft, covered from').waitFor({ state: 'detached' });
    await button('See what is paid').click();
    await ada.getByText('By version 1, covered from').waitFor();
    expect(await violations(ada)).toEqual([]);
    await button('Close the claim: Lifetime pet cover').click();
  };
  /** Silver: the first 99 pounds of a condition, then 90 % outside the network; dental care is excluded. */
  const tryClaim = async () => {
    await button('Try a claim: Lifetime pet cover').click();
    await ada.getByLabel('Tier').selectOption('silver');
    await ada.getByLabel('The clinic is in the network').uncheck();
    const line = async (number: number, text: string, amount: string) => {
      const group = ada.getByRole('group', { name: `Line ${number}`, exact: true });
      await group.getByLabel('What for').fill(text);
      await group.getByLabel('Amount, GBP').fill(amount);
      return group;
    };
    await line(1, 'Consultation', '150.00');
    await button('Add a line').click();
    await line(2, 'X-ray', '200,55');
    await button('Add a line').click();
    const teeth = await line(3, 'Teeth', '50.01');
    await teeth.getByLabel('Marked as').selectOption('dental');
    await button('See what is paid').click();
    await ada.getByText('Write 120 or 120.50, after discounts.').waitFor();
    expect(await violations(ada)).toEqual([]);
    await line(2, 'X-ray', '200.55');
    await button('See what is paid').click();
    const answer = ada.getByRole('status').filter({ hasText: 'would be paid' });
    // (150.00 + 200.55 - 99.00) x 90 % = 226.395, half a penny up.
    await answer.getByText('£226.40 of £400.56 would be paid.').waitFor();
    await answer.getByText('A person looks at this').waitFor();
    await answer.getByText('Marked as excluded: Teeth').waitFor();
    const rows = ada.getByRole('table').getByRole('row');
    expect((await rows.allInnerTexts()).map((row) => row.split(/\s*\t\s*/))).toEqual([
      ['Line and rule', 'Amount'],
      ['Consultation', '£150.00'],
      ['Deductible: £99.00 a condition', '-£99.00'],
      ['Co-insurance: 90% of the rest is paid', '-£5.10'],
      ['Paid for this line', '£45.90'],
      ['X-ray', '£200.55'],
      ['Co-insurance: 90% of the rest is paid', '-£20.05'],
      ['Paid for this line', '£180.50'],
      ['Teeth', '£50.01'],
      ['Not covered: Dental care other than after accidents.', '-£50.01'],
      ['Paid for this line', '£0.00'],
      ['Claimed in all', '£400.56'],
      ['Not covered', '-£50.01'],
      ['Deductible', '-£99.00'],
      ['Co-insurance', '-£25.15'],
      ['Paid in all', '£226.40'],
    ]);
    expect(await violations(ada)).toEqual([]);

    // Another claim: what was answered was about the one before.
    await button('Remove line 3').click();
    await answer.waitFor({ state: 'detached' });
    await ada.getByLabel('Cause').selectOption('illness');
    await button('See what is paid').click();
    await ada.getByText('£0.00 of £350.55 would be paid.').waitFor();
    await ada.getByText('In the waiting period: Consultation and X-ray').waitFor();
    expect(await rows.filter({ hasText: 'Waiting period. Illness: covered from' }).count()).toBe(2);
    await button('Close the claim: Lifetime pet cover').click();
    await ada.getByRole('table').waitFor({ state: 'detached' });
  };

  it('begin from ready terms, are published, and go on with a changed file', { timeout: 600_000 }, async () => {
    await ada.goto(`${server.url}/organisations/new`);
    await signUpOnPage(ada);
    await ada.getByLabel('Name of the organisation').fill('Paw Mutual');
    await ada.getByRole('radio', { name: /^Insurer/ }).check();
    await button('Make it').click();
    await ada.getByRole('tab', { name: 'Products', exact: true }).click();
    await ada.getByText('There is no product yet.').waitFor();
    expect(await violations(ada)).toEqual([]);

    await ada.getByLabel('Ready terms').selectOption('gb-yearly');
    await button('Make the draft').click();
    await ada.getByRole('heading', { name: 'Lifetime pet cover' }).waitFor();
    await ada.getByText('What it says').click();
    await ada.getByText('£252.00 to £588.00 a year for dogs').waitFor();
    await ada.getByText('Illness: 14 days').waitFor();
    expect(await violations(ada)).toEqual([]);
    await tryDraft();
    await publish();
    await ada.getByText('sold now').waitFor();
    await button('Close the claim: Lifetime pet cover').click();
    await tryClaim();

    const [download] = await Promise.all([ada.waitForEvent('download'), ada.getByText('Take the terms as a file').click()]);
    const terms = productTermsSchema.parse(JSON.parse(await readFile(await download.path(), 'utf8')));
    const file = join(folder, 'terms.json');
    const putIn = async (content: string) => {
      await writeFile(file, content);
      await ada.locator('input[type=file]').setInputFiles(file);
    };
    await putIn('no terms');
    await ada.getByText('This file holds no terms.').waitFor();
    await putIn(JSON.stringify({ ...terms, freeLookDays: 3 }));
    await ada.getByText('freeLookDays: the rules of the country ask for something else').waitFor();
    expect(await button('Publish').count()).toBe(0);
    expect(await violations(ada)).toEqual([]);
    await putIn(JSON.stringify({ ...terms, freeLookDays: 30 }));
    await ada.getByText('Nothing is wrong with it.').waitFor();
    await trySoldBesideDraft();
    const later = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await ada.getByLabel('Sold from').fill(later);
    await publish();
    await ada.getByText('to come').waitFor();
    await ada.getByText('sold now').waitFor();
    expect(await violations(ada)).toEqual([]);

    await ada.getByRole('tab', { name: 'Log', exact: true }).click();
    await ada.getByRole('listitem').filter({ hasText: 'Published a version of an insurance product' }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});
