import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { ApiApp } from './api-app.ts';
import { ProblemError } from './problem-error.ts';

/** What the build writes where a nonce belongs; see `html.cspNonce` in apps/web/vite.config.ts. */
const NONCE_PLACEHOLDER = 'SNOUT_CSP_NONCE';

/** The built web app: its page with the nonce of this answer, and its files, whose names change with their content. */
export function addWebFiles(app: ApiApp, webFolder: string): void {
  app.get('/', async (context) => {
    const page = await readPage(webFolder);
    return context.html(page.replaceAll(NONCE_PLACEHOLDER, context.get('styleNonce')));
  });
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  });
  if (existsSync(webFolder)) app.get('/*', serveStatic({ root: webFolder }));
}

async function readPage(webFolder: string): Promise<string> {
  try {
    return await readFile(join(webFolder, 'index.html'), 'utf8');
  } catch {
    throw new ProblemError('not-found', 'The web app has not been built: start with `npm start`, or run the build of apps/web.');
  }
}
