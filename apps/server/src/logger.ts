import { destination, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** One JSON line per event on standard error: standard output has the address and nothing else. */
export function createLogger(level: Config['logLevel']): Logger {
  return pino({ level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` }, destination({ fd: 2, sync: true }));
}
