import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFileError, Failure } from './failure.mjs';
import { runNpm } from './npm.mjs';
import { ROOT } from './paths.mjs';

/**
 * Path of a Node that runs TypeScript as it is: this one, or the pinned one, which is installed below .cache on first use.
 * @returns {Promise<string>}
 */
export async function ensureNode() {
  if (atLeast(process.versions.node, floor())) return process.execPath;
  const pin = pinFor(process.platform, process.arch);
  const folder = join(ROOT, '.cache', 'node', `${pin.name}-${pin.version}`);
  const binary = join(folder, 'node_modules', pin.name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    process.stderr.write(`snout: Node ${process.versions.node} is older than ${floor()}; installing Node ${pin.version} below .cache/\n`);
    await install(pin, folder);
    proveRuns(binary, pin);
  }
  return binary;
}

/** The oldest Node that runs the TypeScript, from package.json: not in `engines`, which is what these tools themselves need. */
function floor() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).snout.node;
}

/**
 * @param {string} version
 * @param {string} least
 */
export function atLeast(version, least) {
  const [have, want] = [version, least].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 3; i += 1) {
    const difference = (have?.[i] ?? 0) - (want?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * @typedef {{ name: string, version: string, integrity: string }} Pin
 * @param {string} platform
 * @param {string} arch
 * @returns {Pin}
 */
export function pinFor(platform, arch) {
  const pins = JSON.parse(readFileSync(join(ROOT, 'tools', 'node-pins.json'), 'utf8'));
  const pin = pins[`${platform}-${arch}`];
  if (pin) return pin;
  throw new Failure(
    `Snout needs Node ${floor()} or newer, and none is published on npm for ${platform}-${arch}. Install it from https://nodejs.org and run this again.`,
  );
}

/**
 * Installs with the recorded checksum into a folder beside, then renames: a run that is interrupted leaves nothing half there.
 * @param {Pin} pin
 * @param {string} folder
 */
async function install({ name, version, integrity }, folder) {
  const draft = `${folder}.${process.pid}`;
  const packages = { '': { dependencies: { [name]: version } }, [`node_modules/${name}`]: { version, integrity } };
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: version } }));
    writeFileSync(join(draft, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
    await runNpm(['ci', '--ignore-scripts'], { cwd: draft, doing: `Installing Node ${version}` });
    if (!existsSync(folder)) renameSync(draft, folder);
  } catch (error) {
    throw explainFileError(error, 'Keeping Node below .cache');
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * @param {string} binary
 * @param {Pin} pin
 */
function proveRuns(binary, { name }) {
  try {
    execFileSync(binary, ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Failure(
      `The Node of the npm package ${name} does not run on this system. Install Node ${floor()} or newer and run this again.`,
    );
  }
}
