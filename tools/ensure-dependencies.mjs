import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';
import { ROOT } from './paths.mjs';

/**
 * Runs `npm ci` unless what is installed is what the lock file asks for, whoever installed it.
 * @param {string} node The Node that the packages are for.
 */
export async function ensureDependencies(node) {
  if (installedAsLocked(ROOT)) return;
  process.stderr.write('snout: installing the packages of package-lock.json\n');
  await runNpm(['ci', '--ignore-scripts', '--include=dev'], { cwd: ROOT, doing: 'Installing the packages', node });
}

/**
 * npm leaves a list of what it installed in node_modules, written last. Packages for other platforms are rightly not in it.
 * @param {string} root
 * @returns {boolean}
 */
export function installedAsLocked(root) {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = installed[path];
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && (!wanted.link || found.resolved === wanted.resolved);
  });
}

/**
 * @param {string} file A lock file.
 * @returns {Record<string, { version?: string, resolved?: string, link?: boolean, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
