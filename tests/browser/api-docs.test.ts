import { resolve } from 'node:path';
import { createInMemoryGallery } from '@snout/core/testing';
import { serve } from '@snout/server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../tools/build-web.mjs';
import { createService } from '../api/service.ts';
import { findChromium } from './find-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { violations } from './violations.ts';

const executable = findChromium();
const ROOT = resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 120_000;

describe.skipIf(executable === null)('the reference of the API', () => {
  let browser: Browser;
  let page: Page;
  let listening: Awaited<ReturnType<typeof serve>>;
  const complaints: string[] = [];
  const hosts = new Set<string>();

  beforeAll(async () => {
    await buildWeb(process.execPath);
    const service = createService(createInMemoryGallery(), {
      webFolder: resolve(ROOT, 'apps/web/dist'),
      publicUrl: 'https://snout.example',
    });
    listening = await serve(service, { host: '127.0.0.1', port: 0 });
    browser = await openBrowser(executable ?? '');
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce', locale: 'en-GB' });
    context.setDefaultTimeout(PATIENCE_MS);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await listening?.stop();
  });

  const operation = (path: string, method: string) => page.getByRole('button', { name: new RegExp(`^${method} ${path}(?![\\w/{])`, 'i') });

  it('lists every operation to whoever opens it, and says all of one that is opened', { timeout: 600_000 }, async () => {
    await page.goto(`${listening.url}/docs/api`);
    const described = await (await fetch(`${listening.url}/api/openapi.json`)).json();
    const count = Object.values(described.paths).flatMap((methods) => Object.keys(methods as object)).length;
    await page.getByText(`${count} operations`).waitFor();
    expect(
      await page
        .getByRole('main')
        .getByRole('button', { name: /^(get|post|put|patch|delete) \/api\// })
        .count(),
    ).toBe(count);
    expect(await violations(page)).toEqual([]);

    await page.getByLabel('Find an operation').fill('enrol');
    await operation('/api/pets', 'post').click();
    const panel = page.getByRole('region').filter({ hasText: 'Body: multipart/form-data' });
    await panel.getByText('API keys with the scope pets:write.').waitFor();
    await panel.getByText('Idempotency-Key belongs to another request', { exact: false }).first().waitFor();
    await panel.getByText("-F 'photos=@YOUR_FILE'").waitFor();
    await panel.getByText("curl -X POST 'https://snout.example/api/pets'").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(new URL(page.url()).hash).toBe('#enrolPet');
  });

  it('opens at the operation that the address names, in Chinese too, and asks no other host', { timeout: 600_000 }, async () => {
    await page.evaluate(() => localStorage.setItem('snout-language', 'zh-CN'));
    await page.goto(`${listening.url}/docs/api#identify`);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Snout 的 API' }).waitFor();
    await page.getByRole('region').getByText('权限包含 recognition 的 API 密钥。', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect([...hosts]).toEqual([new URL(listening.url).host]);
    expect(complaints).toEqual([]);
  });
});
