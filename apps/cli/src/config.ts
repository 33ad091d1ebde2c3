import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The only reader of the environment. The folders are the server's, so that both work on the same pets. */
export function readDefaults(environment: Readonly<Record<string, string | undefined>> = process.env) {
  return {
    data: resolve(environment['SNOUT_DATA'] || resolve(ROOT, 'data')),
    models: resolve(environment['SNOUT_MODELS'] || resolve(ROOT, 'models')),
  };
}
