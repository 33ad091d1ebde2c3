import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { API_PATHS } from '@snout/contract';
import { writeTurningVideo } from '@snout/drawn-pets/node';
import type { Browser, BrowserContext } from 'playwright-core';
import { buildWeb } from '../../tools/build-web.mjs';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { median } from './measure/statistics.ts';
import { timed } from './measure/time.ts';
import { milliseconds } from './measure/words.ts';
import { openChromium } from './service/open-chromium.ts';
import { ACCOUNT } from './service/service-client.ts';
import { startService } from './service/start-service.ts';

const INTERACTIVE_TARGET_MS = 1_500;
const LOOKS_TARGET_PER_SECOND = 10;
/** As phones have it, and more than is wanted of the looks: the camera does not slow them down. */
const VIDEO = { seed: 'bench', species: 'dog', framesPerSecond: 30, holdSeconds: 1 } as const;
const PHONE = { viewport: { width: 360, height: 740 }, permissions: ['camera'], locale: 'en-GB' };
/** On a busy machine everything takes a while: the detector is loaded, the camera opened. */
const PATIENCE_MS = 120_000;
/** A page is interactive when what a person came for can be pressed. */
const PAGES = [
  { path: '/pets', role: 'link', name: 'Add your first pet' },
  { path: '/pets/new', role: 'button', name: 'Use the camera' },
  { path: '/identify', role: 'button', name: 'Use the camera' },
] as const;

/** Pages of the real service in Chromium, and how often the guided capture looks at the camera's picture. No rows without Chromium. */
export async function pages({ quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'snout-bench-'));
  const video = join(folder, 'camera.y4m');
  await buildWeb(process.execPath);
  await writeTurningVideo(video, VIDEO);
  const browser = await openChromium(video);
  if (browser === null) return [];
  const running = await startService(join(folder, 'data'));
  try {
    const context = await browser.newContext(PHONE);
    context.setDefaultTimeout(PATIENCE_MS);
    const answer = await context.request.post(`${running.url}${API_PATHS.signUp}`, { data: ACCOUNT });
    if (!answer.ok()) throw new Error(`Signing up was answered ${answer.status()}: ${await answer.text()}`);
    const interactive = await measurePages(browser, context, { url: running.url, visits: quick ? 1 : 7 });
    return [interactive, await measureLooks(context, running.url, quick ? 2_000 : 10_000)];
  } finally {
    await browser.close();
    await running.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each visit is a first one: signed in, with nothing of the app in the browser's cache. */
async function measurePages(
  browser: Browser,
  signedIn: BrowserContext,
  { url, visits }: { readonly url: string; readonly visits: number },
): Promise<BenchmarkRow> {
  const storageState = await signedIn.storageState();
  const medians: { readonly path: string; readonly ms: number }[] = [];
  for (const { path, role, name } of PAGES) {
    const times: number[] = [];
    for (let visit = 0; visit <= visits; visit++) {
      const context = await browser.newContext({ ...PHONE, storageState });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      const time = await timed(async () => {
        await page.goto(`${url}${path}`, { waitUntil: 'commit' });
        await page.getByRole(role, { name }).first().click({ trial: true });
      });
      // The first visit warms the service up.
      if (visit > 0) times.push(time);
      await context.close();
    }
    medians.push({ path, ms: median(times) });
  }
  const slowest = Math.max(...medians.map(({ ms }) => ms));
  return {
    what: 'Pages in Chromium: interactive, slowest page',
    value: milliseconds(slowest),
    target: `<= ${INTERACTIVE_TARGET_MS.toLocaleString('en-US')} ms`,
    met: slowest <= INTERACTIVE_TARGET_MS,
    beside: `medians of ${visits} first visits each: ${medians.map(({ path, ms }) => `${path} ${milliseconds(ms)}`).join(', ')}`,
  };
}

/** What the page's own measures say (use-live-looks.ts): time of each look, and when it was over. */
interface Look {
  readonly end: number;
  readonly duration: number;
}

/** The page's global object, with what WATCH_LOOKS adds. */
interface Watched {
  readonly looks: readonly Look[];
}

const WARM_UP_LOOKS = 5;
/** Keeps the measures of looks, in the page. */
const WATCH_LOOKS = `
  globalThis.looks = [];
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) if (name === 'snout-look') looks.push({ end: startTime + duration, duration });
  }).observe({ type: 'measure' });`;

async function measureLooks(context: BrowserContext, url: string, forMs: number): Promise<BenchmarkRow> {
  const page = await context.newPage();
  await page.addInitScript(WATCH_LOOKS);
  await page.goto(`${url}/pets/new`);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await page.waitForFunction((least) => (globalThis as unknown as Watched).looks.length >= least, WARM_UP_LOOKS);
  await setTimeout(forMs);
  const looks = (await page.evaluate(() => (globalThis as unknown as Watched).looks)).slice(WARM_UP_LOOKS);
  const seconds = ((looks.at(-1)?.end ?? 0) - (looks[0]?.end ?? 0)) / 1000;
  const rate = (looks.length - 1) / seconds;
  return {
    what: 'Guided capture in Chromium: looks at the camera',
    value: `${rate.toFixed(1)} a second`,
    target: `>= ${LOOKS_TARGET_PER_SECOND} a second`,
    met: rate >= LOOKS_TARGET_PER_SECOND,
    beside: `${looks.length} looks in ${seconds.toFixed(1)} s, median ${milliseconds(median(looks.map(({ duration }) => duration)))} each; a drawn dog turns before a camera of ${VIDEO.framesPerSecond} pictures a second`,
  };
}
