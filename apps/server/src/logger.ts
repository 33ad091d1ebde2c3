import pino from 'pino';
import type { Config } from './config.ts';

export type Logger = pino.Logger;

/** One JSON line per event on standard error: standard output has the address and nothing else. */
export function createLogger(level: Config['logLevel']): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, pino.destination({ fd: 2, sync: true }));
}
