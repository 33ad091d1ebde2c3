import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const MAIN = resolve(import.meta.dirname, '../../apps/server/src/main.ts');

export interface RunningServer {
  readonly url: string;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly log: string }>;
}

/** A start that was refused. */
export class RefusedStart extends Error {
  override readonly name = 'RefusedStart';
}

/** A server that is being started, and may be ended before it is ready. */
export interface StartingServer extends Pick<RunningServer, 'end'> {
  /** Rejects with RefusedStart when it ended instead. */
  readonly ready: Promise<RunningServer>;
}

/** The real server as a process of its own, on a free port; `args` of its command line. @throws RefusedStart with what it said. */
export function startServer(settings: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<RunningServer> {
  return beginServer(settings, args).ready;
}

/** As `startServer`, without waiting. */
export function beginServer(settings: Readonly<Record<string, string>>, args: readonly string[] = []): StartingServer {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, SNOUT_PORT: '0', SNOUT_LOG_LEVEL: 'info', SNOUT_WORKERS: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, log }));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const ready = Promise.race([printedUrl(child), ended.then(() => null)]).then((url) => {
    if (url === null) throw new RefusedStart(log);
    return { url, end };
  });
  return { ready, end };
}

async function printedUrl(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) return null;
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Snout is ready: (http:\S+)$/.exec(line)?.[1];
    if (url) return url;
  }
  return null;
}
