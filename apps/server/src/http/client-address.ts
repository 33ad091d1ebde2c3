import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { AppDeps, AppEnvironment } from './app-environment.ts';

/** Who asks: as the socket has it, or, behind a proxy of ours, as the proxy says. */
export function clientAddress(context: Context<AppEnvironment>, { clientAddressHeader }: Pick<AppDeps, 'clientAddressHeader'>): string {
  const told = clientAddressHeader && context.req.header(clientAddressHeader)?.split(',').at(-1)?.trim();
  if (told) return told;
  // Requests of tests have no socket.
  const environment: unknown = context.env;
  const hasSocket = typeof environment === 'object' && environment !== null && 'incoming' in environment;
  return (hasSocket && getConnInfo(context).remote.address) || '127.0.0.1';
}
