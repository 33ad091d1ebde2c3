import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = resolve(import.meta.dirname, '../../../apps/server/src/main.ts');

export interface RunningService {
  readonly url: string;
  close(): Promise<void>;
}

/** The service as `npm start` runs it, in a process of its own, with its defaults: embedded database and photos in `data`, any free port. */
export async function startService(data: string): Promise<RunningService> {
  const service = spawn(process.execPath, [MAIN], {
    env: { ...process.env, SNOUT_DATA: data, SNOUT_PORT: '0', SNOUT_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(service, 'close');
  for await (const line of createInterface({ input: service.stdout })) {
    const url = /^Snout is ready: (http:\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    service.stdout.resume();
    return {
      url,
      async close() {
        service.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error('The service did not start; what it said is above.');
}
