import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context } from 'hono';
import type { ApiApp } from './api-app.ts';
import type { AppEnvironment } from './app-environment.ts';
import { ProblemError } from './problem-error.ts';

/** What the build writes where a nonce belongs; see `html.cspNonce` in apps/web/vite.config.ts. */
const NONCE_PLACEHOLDER = 'SNOUT_CSP_NONCE';

/** Never addresses within the app: what is not found there is not the app either. */
const NOT_THE_APP = /^\/(api|models|assets|\.well-known)(\/|$)/;

/** Pages for whoever has their link: nobody finds them by searching. */
const SHARED = /^\/(?:shared|pet-invitation)(?:\/|$)/;

/**
 * The built web app: its page with the nonce of this answer, and its files, whose names change with their content. The app has many
 * addresses, which only it knows: a browser that opens a document whose name is not a file's gets the page.
 */
export function addWebFiles(app: ApiApp, webFolder: string): void {
  const showPage = async (context: Context<AppEnvironment>) => {
    const page = await readPage(webFolder);
    if (SHARED.test(context.req.path)) context.header('x-robots-tag', 'noindex, nofollow');
    return context.html(page.replaceAll(NONCE_PLACEHOLDER, context.get('styleNonce')));
  };
  app.get('/', showPage);
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  });
  if (existsSync(webFolder)) app.get('/*', serveStatic({ root: webFolder }));
  app.get('/*', async (context, next) => {
    const isDocument = context.req.header('accept')?.includes('text/html') ?? false;
    const { path } = context.req;
    return isDocument && extname(path) === '' && !NOT_THE_APP.test(path) ? showPage(context) : next();
  });
}

async function readPage(webFolder: string): Promise<string> {
  try {
    return await readFile(join(webFolder, 'index.html'), 'utf8');
  } catch {
    throw new ProblemError('not-found', 'The web app has not been built: start with `npm start`, or run the build of apps/web.');
  }
}
