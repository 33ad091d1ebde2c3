import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_PATHS, apiPath, meSchema, petHistorySchema, petListSchema, TENANT_HEADER, webhookListSchema } from '@snout/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { MAIN, type RunningServer, startServer } from '../e2e/running-server.ts';
import { signIn, signUp } from '../e2e/sign-up.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';

const SMALL = ['--demo', '--small'];
/** As the terminal says. */
const PASSWORD = 'only drawn pets';
/** A small shared machine looks at a photo in many times what others need. */
const PATIENCE = { timeout: 120_000 };

describe('the demo', { timeout: 600_000 }, () => {
  let data: string;
  let server: RunningServer;
  beforeAll(async () => {
    // Before the service starts, which reads what there is.
    await buildWeb(process.execPath);
    data = await mkdtemp(join(tmpdir(), 'snout-demo-'));
    await killWhenJournalled(data, '"pet ');
    server = await startServer({ SNOUT_DATA: data }, SMALL);
  }, 900_000);
  afterAll(async () => {
    await server?.end('SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  const as = async (email: string) => {
    const cookie = await signIn(server.url, { email, password: PASSWORD });
    return async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> =>
      (await fetch(`${server.url}${path}`, { headers: { cookie, ...headers } })).json();
  };

  it('goes on after a kill in the middle, and makes nothing twice', async () => {
    const ben = await as('ben@demo.example');
    const { pets } = petListSchema.parse(await ben(API_PATHS.pets));
    expect(pets.map(({ name, photoCount }) => [name, photoCount])).toEqual([['Biscuit', 3]]);
    const away = petListSchema.parse(await ben(`${API_PATHS.pets}?archived=true`));
    expect(away.pets.map(({ name, photoCount }) => [name, photoCount])).toEqual([['Otis', 2]]);
    const { entries } = petHistorySchema.parse(await ben(apiPath(API_PATHS.petHistory, { petId: pets[0]?.id ?? '' })));
    expect(entries.filter(({ kind }) => kind === 'transferred')).toHaveLength(1);

    const sara = await as('sara@demo.example');
    const { memberships } = meSchema.parse(await sara(API_PATHS.me));
    const shelters = memberships.filter(({ tenant }) => tenant.kind === 'shelter');
    expect(shelters.map(({ role }) => role)).toEqual(['owner']);
    const tenantId = shelters[0]?.tenant.id ?? '';
    // Biscuit is Ben's now.
    expect(petListSchema.parse(await sara(API_PATHS.pets, { [TENANT_HEADER]: tenantId })).pets).toEqual([]);
    expect(webhookListSchema.parse(await sara(apiPath(API_PATHS.webhooks, { tenantId }))).webhooks).toHaveLength(1);
    expect(await sara(apiPath(API_PATHS.apiKeys, { tenantId }))).toMatchObject({ keys: [{ name: 'Shelter software' }] });
    expect(await sara(apiPath(API_PATHS.members, { tenantId }))).toMatchObject({ members: [{}, {}] });
  });

  it('is filled once: the next start finds it as it is', async () => {
    const journal = await readFile(join(data, 'demo.json'), 'utf8');
    await server.end('SIGTERM');
    server = await startServer({ SNOUT_DATA: data }, SMALL);
    expect(await readFile(join(data, 'demo.json'), 'utf8')).toBe(journal);
    expect(petListSchema.parse(await (await as('ben@demo.example'))(API_PATHS.pets)).pets).toHaveLength(1);
  });

  it.skipIf(findChromium() === null)('has something to show on every page', async () => {
    let browser: Browser | undefined;
    try {
      browser = await openBrowser(findChromium() ?? '');
      const page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${server.url}/pets`);
      await page.getByLabel('E-mail address').fill('ben@demo.example');
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('link', { name: 'Biscuit' }).first().click(PATIENCE);
      await page.getByRole('heading', { name: 'Biscuit', exact: true }).waitFor(PATIENCE);
      await page.locator('dd', { hasText: 'Black mask.' }).waitFor(PATIENCE);
      for (const path of ['/pets/new', '/identify', '/settings']) {
        await page.goto(`${server.url}${path}`);
        await page.getByRole('heading', { level: 1 }).first().waitFor(PATIENCE);
      }
      expect(complaints).toEqual([]);
    } finally {
      await browser?.close();
    }
  });

  it('leaves a place alone that holds accounts of somebody else', async () => {
    const other = await mkdtemp(join(tmpdir(), 'snout-demo-'));
    const own = await startServer({ SNOUT_DATA: other });
    await signUp(own.url);
    await own.end('SIGTERM');
    await expect(startServer({ SNOUT_DATA: other }, SMALL)).rejects.toThrow(/not the demo's.*SNOUT_DATA/);
    await rm(other, { recursive: true });
  });
});

/** Lets a demo be filled until its journal holds some words, and kills it at once. */
async function killWhenJournalled(data: string, words: string): Promise<void> {
  const child = spawn(process.execPath, [MAIN, ...SMALL], {
    env: { ...process.env, SNOUT_DATA: data, SNOUT_PORT: '0', SNOUT_WORKERS: '1', SNOUT_LOG_LEVEL: 'warn' },
    stdio: 'inherit',
  });
  const over = new AbortController();
  child.once('close', () => over.abort());
  try {
    for await (const { filename } of watch(data, { signal: over.signal })) {
      if (filename === 'demo.json' && (await readFile(join(data, 'demo.json'), 'utf8')).includes(words)) child.kill('SIGKILL');
    }
  } catch (error) {
    if (!over.signal.aborted) throw error;
  }
  if (child.signalCode !== 'SIGKILL') throw new Error(`The demo ended by itself: ${child.exitCode}`);
}
