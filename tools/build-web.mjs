import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { packageBin } from './package-bin.mjs';
import { ROOT } from './paths.mjs';
import { runNode } from './run-child.mjs';

const WEB = join(ROOT, 'apps', 'web');
/** What the page is built from. */
const SOURCES = ['apps/web', 'packages/contract', 'packages/core', 'packages/vision', 'package-lock.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist']);

/**
 * Builds the page unless it was already built from these very sources.
 * @param {string} node
 */
export async function buildWeb(node) {
  if (!existsSync(join(WEB, 'package.json'))) return;
  const stamp = join(ROOT, '.cache', 'web-build.sha256');
  const sources = fingerprint(SOURCES);
  const built = existsSync(join(WEB, 'dist', 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
  if (built) return;
  process.stderr.write('snout: building the page\n');
  const code = await runNode(node, [packageBin('vite', { from: WEB }), 'build', '--logLevel', 'warn'], {
    cwd: WEB,
    // A test runner has set another one, and the page would be built for debugging.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Failure(`Building the page failed (vite ended with ${code}); what it said is above.`);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(stamp, sources);
}

/**
 * By content, since a checkout sets every time of modification anew.
 * @param {readonly string[]} paths Relative to the root.
 */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) add(path);
  return hash.digest('hex');

  /** @param {string} path */
  function add(path) {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    const entries = path.endsWith('.json') ? null : listFolder(full);
    if (!entries) return void hash.update(path).update('\0').update(readFileSync(full)).update('\0');
    for (const entry of entries) add(join(path, entry));
  }
}

/**
 * @param {string} path
 * @returns {string[] | null} null: a file
 */
function listFolder(path) {
  try {
    return readdirSync(path)
      .filter((name) => !NOT_SOURCES.has(name))
      .sort();
  } catch {
    return null;
  }
}
