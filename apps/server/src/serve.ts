import type { Server } from 'node:http';
import { serve as listenHono } from '@hono/node-server';
import type { ApiApp } from './http/api-app.ts';

/** How long requests under way may take to finish when stopping, in milliseconds. */
const DRAIN_MS = 10_000;

export interface Listening {
  /** Where a browser on this machine finds the service. */
  readonly url: string;
  /** Takes no new requests, finishes those under way (for at most DRAIN_MS), then resolves. */
  stop(): Promise<void>;
}

/** Listens; rejects when the address cannot be had. `port` 0: any free one. */
export async function serve(app: ApiApp, address: { readonly host: string; readonly port: number }): Promise<Listening> {
  const server = await listen(app, address);
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : address.port;
  return { url: `http://${urlHost(address.host)}:${port}`, stop: () => stop(server) };
}

function listen(app: ApiApp, address: { readonly host: string; readonly port: number }): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = listenHono({ fetch: app.fetch, hostname: address.host, port: address.port }, () => {
      server.off('error', reject);
      resolve(server as Server);
    });
    server.once('error', reject);
  });
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const giveUp = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(giveUp);
}

/** A name a browser can open: the any-address is this machine. Passkeys belong to names, never to numbers, and links in mails use this one. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
