import { parseArgs } from 'node:util';
import { type Composition, compose } from './compose.ts';
import { composeDemo } from './compose-demo.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { demoNotice } from './demo/demo-notice.ts';
import { DRAWN_WORLD, SMALL_DRAWN_WORLD } from './demo/drawn-world.ts';
import { createLogger } from './logger.ts';
import { startTracing } from './observability/tracing.ts';
import { type Listening, serve } from './serve.ts';

/**
 * Starts the service, prints its address when it is ready, and stops cleanly on SIGTERM or SIGINT. `--demo`: filled with drawn pets first;
 * `--small`: with a few of them.
 */
async function main(): Promise<void> {
  const { values: asked } = parseArgs({
    options: { demo: { type: 'boolean', default: false }, small: { type: 'boolean', default: false } },
  });
  const world = asked.small ? SMALL_DRAWN_WORLD : DRAWN_WORLD;
  const config = readConfig(undefined, { demo: asked.demo });
  const log = createLogger(config.logLevel);
  const tracing = config.tracesEndpoint === null ? null : startTracing(config.tracesEndpoint);
  const composition = asked.demo ? await composeDemo({ config, log, said }, world) : await compose(config, log);
  const listening = await start(composition, config).catch(async (error: unknown) => {
    await composition.close();
    throw error;
  });
  process.stdout.write(`Snout is ready: ${listening.url}\n`);
  if (asked.demo) process.stdout.write(demoNotice(world));

  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    composition.retire();
    await listening.stop();
    await composition.close();
    await tracing?.close();
    process.exitCode = 0;
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function said(progress: string): void {
  process.stderr.write(`snout: filling the demo: ${progress}\n`);
}

async function start(composition: Composition, config: Config): Promise<Listening> {
  await composition.start();
  return serve(composition.app, config);
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || (error instanceof Error && 'code' in error);
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
