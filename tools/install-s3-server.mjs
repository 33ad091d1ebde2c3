#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './paths.mjs';

/** Versity S3 Gateway (Apache-2.0): a server that keeps objects in a folder. Also the object storage of compose.yaml. */
const MODULE = 'github.com/versity/versitygw/cmd/versitygw';
export const S3_SERVER_VERSION = 'v1.8.0';

const HOME = join(ROOT, '.cache', 'versitygw', S3_SERVER_VERSION);
const BINARY = join(HOME, process.platform === 'win32' ? 'versitygw.exe' : 'versitygw');

/**
 * The S3 server that tests run on: SNOUT_TEST_S3_SERVER when set, else what was built before.
 * @returns {string | null} Path of its program.
 */
export function findS3Server() {
  const { SNOUT_TEST_S3_SERVER: named } = process.env;
  if (named) return existsSync(named) ? named : null;
  return existsSync(BINARY) ? BINARY : null;
}

/**
 * Builds the server below .cache from the module of its pinned version where there is Go (minutes, once); says how to get it elsewhere.
 * @returns {string | null} Path of its program, or null when there is none.
 */
export function installS3Server() {
  const found = findS3Server();
  if (found) return found;
  const advice = 'Install Go (1.21 or newer), or set SNOUT_TEST_S3_SERVER to the path of a versitygw.';
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) return say(advice);
  process.stderr.write(`snout: building versitygw ${S3_SERVER_VERSION} for the tests of object storage\n`);
  mkdirSync(HOME, { recursive: true });
  const env = { ...process.env, GOBIN: HOME, CGO_ENABLED: '0' };
  const { status } = spawnSync('go', ['install', '-trimpath', `${MODULE}@${S3_SERVER_VERSION}`], { stdio: ['ignore', 2, 2], env });
  return findS3Server() ?? say(status === 0 ? 'Go built no versitygw.' : `"go install" failed; see above. ${advice}`);
}

/**
 * @param {string} what
 * @returns {null}
 */
function say(what) {
  process.stderr.write(`snout: no S3 server for the tests of object storage. ${what}\n`);
  return null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = installS3Server() ? 0 : 1;
