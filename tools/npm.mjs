import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { Failure } from './failure.mjs';
import { outcome } from './run-child.mjs';

const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network request/;
/** Quiet, and within a minute at the end of its patience when there is no network. */
const MANNERS = [
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=15000',
];
const DENIED = /EACCES|EPERM|EROFS|read-only file system/;

/**
 * Runs npm and throws a Failure with advice when it does not succeed. npm's output goes to stderr: stdout belongs to the program that is
 * started afterwards.
 * @param {readonly string[]} args
 * @param {{ cwd: string, doing: string, node?: string }} options doing: for the message, e.g. "Installing the packages"; node: the Node that
 *   runs npm, which leaves out optional packages (native parts among them) that do not declare support for the Node it runs on.
 */
export async function runNpm(args, { cwd, doing, node = process.execPath }) {
  const npm = findNpm(node);
  const child = spawn(npm.command, [...npm.args, ...args, ...MANNERS], {
    cwd,
    shell: npm.shell,
    env: { ...process.env, PATH: [dirname(node), process.env['PATH']].join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => {
      said += chunk;
      process.stderr.write(chunk);
    });
  }
  const code = await outcome(child).catch((error) => {
    throw error.code === 'ENOENT'
      ? new Failure('npm was not found. It comes with Node.js: install Node.js from https://nodejs.org.')
      : error;
  });
  if (code !== 0) throw new Failure(`${doing} failed (npm ended with ${code}). ${advice(said)}`);
}

/** @param {string} said */
function advice(said) {
  if (OFFLINE.test(said)) {
    return 'npm did not reach its registry: check the network, and the proxy or mirror in your npm configuration ("npm config list").';
  }
  if (DENIED.test(said)) return 'A folder cannot be written to: copy the checkout to a folder you own, or mend its permissions.';
  if (/EUSAGE/.test(said)) return 'package-lock.json does not fit the package.json files: run "npm install" and commit what it changes.';
  if (/ENOSPC/.test(said)) return 'The disk is full.';
  return 'What npm said is above.';
}

/**
 * npm's own script where it is found, to be run by the Node of our choice; the `npm` on the PATH otherwise.
 * @param {string} node
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
function findNpm(node) {
  const here = dirname(process.execPath);
  const started = process.env['npm_execpath'] ?? '';
  const places = [started, join(here, '../lib/node_modules/npm/bin/npm-cli.js'), join(here, 'node_modules/npm/bin/npm-cli.js')];
  const script = places.find((place) => basename(place) === 'npm-cli.js' && existsSync(place));
  return script ? { command: node, args: [script], shell: false } : { command: 'npm', args: [], shell: process.platform === 'win32' };
}
