import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', 'main.ts');

/** What the real command did, as a shell sees it. */
export interface Spawned {
  readonly code: number | null;
  /** Lines of stdout. */
  readonly out: readonly string[];
  readonly err: string;
}

export interface SpawnOptions {
  /** Called when data begins to arrive. */
  readonly onFirstLine?: (kill: (signal: NodeJS.Signals) => void) => void;
  /** Variables beside those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the real command in a process of its own. */
export function spawnCli(args: readonly string[], { onFirstLine, environment = {} }: SpawnOptions = {}): Promise<Spawned> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (out === '') onFirstLine?.((signal) => void child.kill(signal));
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out: out.split('\n').slice(0, -1), err }));
  });
}
