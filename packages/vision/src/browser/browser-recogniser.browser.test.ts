import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
// biome-ignore lint/correctness/noUnresolvedImports: the package is CommonJS whose exports the linter cannot see; tsc checks them.
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeRecogniser } from '../node/node-recogniser.ts';
import { writeTinyModels } from '../testing/tiny-models.ts';
import { type BrowserProof, type ProofRequest, type ProvenHead, provenHeads } from './browser-proof.ts';

const CHROMIUM = process.env['SNOUT_CHROMIUM'] ?? '/usr/bin/chromium';
const LAUNCH_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const MIME: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
};

/** The real models where the repository has them, else the tiny ones: the runtimes must agree on both. */
const REAL_MODELS = fileURLToPath(new URL('../../../../models', import.meta.url));
const hasRealModels = existsSync(join(REAL_MODELS, 'head-detector/model.json'));
const hasChromium = existsSync(CHROMIUM);

/** Where the drawn head is, px. */
const BOX = [180, 90, 460, 370] as const;

describe.skipIf(!hasChromium)(
  `the browser runtime${hasChromium ? '' : ` (SKIPPED: no Chromium at ${CHROMIUM}; set SNOUT_CHROMIUM)`}`,
  () => {
    let work: string;
    let tiny: string;
    let server: Server;
    let browser: Browser;
    let photo: Buffer;

    beforeAll(async () => {
      [work, tiny] = [await mkdtemp(join(tmpdir(), 'snout-browser-')), await writeTinyModels()];
      photo = await drawPhoto();
      await bundle(work);
      server = await serve({ '/bundle/': work, '/tiny/': tiny, '/models/': REAL_MODELS, '/wasm/': wasmFolder() }, photo);
      browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false, args: LAUNCH_FLAGS });
    });
    afterAll(async () => {
      await browser?.close();
      server?.close();
      for (const folder of [work, tiny]) await rm(folder, { recursive: true, force: true });
    });

    const folders = [['tiny', () => tiny] as const, ...(hasRealModels ? [['models', () => REAL_MODELS] as const] : [])];
    it.each(folders)(
      'finds the same heads and makes the same templates as on Node, with %s',
      { timeout: 300_000 },
      async (path, modelsDir) => {
        const node = await analyseOnNode(modelsDir(), photo);
        const page = await analyseInPage(path);
        expect(page.size).toEqual([640, 480]);
        expect(page.pointedOut).toHaveLength(1);
        expectSameHeads(page.pointedOut, node.pointedOut);
        expect(page.found).toHaveLength(1);
        expectSameHeads(page.found, node.found);
        expect(page.refused).toEqual(['empty-file', 'not-an-image']);
      },
    );

    async function analyseInPage(models: string): Promise<BrowserProof> {
      const page = await browser.newPage();
      const request: ProofRequest = { modelBaseUrl: `/${models}/`, wasmBaseUrl: '/wasm/', photoUrl: '/photo.png', box: BOX };
      try {
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
        return await page.evaluate(`import('/bundle/entry.js').then((entry) => entry.proveRecogniser(${JSON.stringify(request)}))`);
      } finally {
        await page.close();
      }
    }
  },
);

async function analyseOnNode(modelsDir: string, photo: Buffer): Promise<Pick<BrowserProof, 'pointedOut' | 'found'>> {
  const recogniser = await createNodeRecogniser({ modelsDir, workers: 1, threads: 1 });
  try {
    const [pointedOut, found] = [await recogniser.analyse(photo, { box: BOX }), await recogniser.analyse(photo)];
    return { pointedOut: provenHeads(pointedOut), found: provenHeads(found) };
  } finally {
    await recogniser.close();
  }
}

function expectSameHeads(heads: readonly ProvenHead[], others: readonly ProvenHead[]): void {
  expect(heads.map(({ species }) => species)).toEqual(others.map(({ species }) => species));
  for (const [index, { box, template, quality }] of heads.entries()) {
    const other = others[index] ?? { box: [], template: [], quality: Number.NaN };
    expect(Math.max(...box.map((value, i) => Math.abs(value - (other.box[i] ?? Number.NaN))))).toBeLessThan(1);
    expect(cosine(template, other.template)).toBeGreaterThan(0.99);
    expect(Math.abs(quality - other.quality)).toBeLessThan(1);
  }
}

/** A drawn dog's head on a lawn, as PNG: decoded alike everywhere. */
function drawPhoto(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#7a9a5a"/>
    <ellipse cx="320" cy="240" rx="120" ry="140" fill="#b5793c"/><ellipse cx="205" cy="200" rx="40" ry="90" fill="#6b4423"/>
    <ellipse cx="435" cy="200" rx="40" ry="90" fill="#6b4423"/><ellipse cx="320" cy="310" rx="60" ry="50" fill="#e8cfa8"/>
    <circle cx="275" cy="220" r="16" fill="#1b1208"/><circle cx="365" cy="220" r="16" fill="#1b1208"/>
    <ellipse cx="320" cy="290" rx="22" ry="16" fill="#120c08"/></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer();
}

async function bundle(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry: fileURLToPath(new URL('./browser-proof.ts', import.meta.url)), formats: ['es'], fileName: () => 'entry.js' },
    },
  });
}

function wasmFolder(): string {
  return dirname(fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')));
}

async function serve(folders: Readonly<Record<string, string>>, photo: Buffer): Promise<Server> {
  const server = createServer(async ({ url = '/' }, response) => {
    const folder = Object.entries(folders).find(([prefix]) => url.startsWith(prefix));
    response.setHeader('content-type', MIME[extname(url)] ?? 'application/octet-stream');
    if (url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>proof</title>');
    if (url === '/photo.png') return response.end(photo);
    if (folder === undefined) return response.writeHead(404).end();
    const bytes = await readFile(join(folder[1], url.slice(folder[0].length))).catch(() => null);
    return bytes === null ? response.writeHead(404).end() : response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
