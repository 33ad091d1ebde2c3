import { compose } from './compose.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { serve } from './serve.ts';

/** Starts the service, prints its address when it is ready, and stops cleanly on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLogger(config.logLevel);
  const composition = await compose(config, log);
  const listening = await serve(composition.app, config).catch(async (error: unknown) => {
    await composition.close();
    throw error;
  });
  process.stdout.write(`Snout is ready: ${listening.url}\n`);

  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await listening.stop();
    await composition.close();
    process.exitCode = 0;
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || (error instanceof Error && 'code' in error);
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
