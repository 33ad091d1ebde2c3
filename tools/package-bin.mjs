import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from './failure.mjs';
import { ROOT } from './paths.mjs';

/**
 * Path of the program that an installed package brings, for running it with a Node of our choice.
 * @param {string} name Package.
 * @param {{ from?: string, bin?: string }} [options] from: folder whose node_modules is looked at first; bin: name of the program.
 * @returns {string}
 */
export function packageBin(name, { from = ROOT, bin = name } = {}) {
  for (let folder = from; ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', name);
    if (existsSync(join(home, 'package.json'))) {
      const entry = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).bin;
      return join(home, typeof entry === 'string' ? entry : entry[bin]);
    }
    if (folder === dirname(folder)) throw new Failure(`The package ${name} is not installed. Run "npm ci".`);
  }
}
