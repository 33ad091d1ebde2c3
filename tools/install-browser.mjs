#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Names that distributions give it, and where it lies on a Mac. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPLICATIONS = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * The browser of the browser tests: SNOUT_CHROMIUM when set, else what the system has.
 * @returns {string | null}
 */
export function findBrowser() {
  const { SNOUT_CHROMIUM: named, PATH = '' } = process.env;
  if (named) return existsSync(named) ? named : null;
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...APPLICATIONS].find((path) => existsSync(path)) ?? null;
}

/**
 * Installs Chromium where that needs nobody's leave (root on Debian or Ubuntu); says how to do it elsewhere.
 * @returns {string | null} Path of the browser, or null when there is none.
 */
export function installBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.env['SNOUT_CHROMIUM']) return say('SNOUT_CHROMIUM names no file.');
  if (process.platform !== 'linux' || !has('apt-get')) return say('Install Chromium or Chrome, or set SNOUT_CHROMIUM to its path.');
  if (process.getuid?.() !== 0) return say('Install it with "sudo apt-get install chromium", or set SNOUT_CHROMIUM to its path.');
  process.stderr.write('snout: installing Chromium for the browser tests\n');
  const done = apt(['update', '-q']) && apt(['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  return findBrowser() ?? say(done ? 'The package "chromium" brings no browser here.' : '"apt-get install chromium" failed; see above.');
}

/** @param {readonly string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

/** @param {string} program */
function has(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {string} what
 * @returns {null}
 */
function say(what) {
  process.stderr.write(`snout: no browser for the browser tests. ${what}\n`);
  return null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = installBrowser() ? 0 : 1;
