import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';

const WORKER = 'service-worker.js';
/** Loaded when a person opens the camera: far larger than the app, and of no use without the models. */
const ON_DEMAND = /\.wasm$|live-worker/;

/** Writes the files of the app into its service worker, and a name for them that changes with any of them. */
export function listShellFiles(publicFolder: string): Plugin {
  return {
    name: 'list-shell-files',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') throw new Error(`There is no ${WORKER} in the build.`);
      const built = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !ON_DEMAND.test(name) && !name.endsWith('.map'));
      const files = [...built, ...readdirSync(publicFolder)].map((name) => `/${name}`).toSorted();
      const digest = createHash('sha256').update(files.join(' ')).digest('hex').slice(0, 16);
      worker.code = worker.code.replace('SNOUT_SHELL_FILES', files.join(' ')).replace('SNOUT_SHELL_NAME', `snout-${digest}`);
    },
  };
}
