import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS, runChecks } from './checks.mjs';
import { findPostgres } from './find-postgres.mjs';
import { installBrowser } from './install-browser.mjs';
import { installPostgres } from './install-postgres.mjs';
import { findS3Server, installS3Server } from './install-s3-server.mjs';
import { packageBin } from './package-bin.mjs';
import { ROOT } from './paths.mjs';
import { startPostgresCluster } from './postgres-cluster.mjs';
import { runNode } from './run-child.mjs';

/** Written by the reporter that vitest.config.ts names. */
const RESULTS = join(ROOT, '.cache', 'test-results.json');

/**
 * Types, lint, unused code, tests. With arguments only the tests, with those arguments.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts Each check counts as one.
 * @param {string} node
 * @param {readonly string[]} args For vitest.
 * @returns {Promise<Counts>}
 */
export async function testEverything(node, args) {
  const checks = await runChecks(node, args.length === 0 ? Object.values(CHECKS) : []);
  process.stdout.write('\n▸ tests (vitest)\n');
  announceDataRoot();
  const tests = await runTests(node, args);
  return { passed: checks.passed + tests.passed, failed: checks.failed + tests.failed, skipped: tests.skipped };
}

/**
 * The last line of a run, for people and for continuous integration.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function announceDataRoot() {
  const root = process.env['SNOUT_DATA_ROOT'];
  const what = root ? `on the photos below ${root}` : 'skipped: SNOUT_DATA_ROOT names no folder of photos';
  process.stdout.write(`  suites on real photos: ${what}\n`);
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 */
async function runTests(node, args) {
  const browser = installBrowser();
  // What takes minutes to install is installed for a whole run; a part of it makes do with what there is.
  const isWhole = args.length === 0;
  const cluster = await startCluster(isWhole ? installPostgres : findPostgres);
  const s3Server = isWhole ? installS3Server() : findS3Server();
  rmSync(RESULTS, { force: true });
  const env = {
    ...process.env,
    ...(browser ? { SNOUT_CHROMIUM: browser } : {}),
    ...(cluster ? { SNOUT_TEST_POSTGRES_URL: cluster.url } : {}),
    ...(s3Server ? { SNOUT_TEST_S3_SERVER: s3Server } : {}),
  };
  const code = await runNode(node, [packageBin('vitest'), 'run', ...args], { cwd: ROOT, env });
  await cluster?.close();
  return countTests(code, existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : null);
}

/**
 * Null: SNOUT_TEST_POSTGRES_URL names a server already, or there is none here.
 * @param {() => import('./find-postgres.mjs').Postgres | null} find
 */
async function startCluster(find) {
  if (process.env['SNOUT_TEST_POSTGRES_URL']) return null;
  const postgres = find();
  return postgres?.hasVector ? startPostgresCluster({ bin: postgres.bin }) : null;
}

/**
 * A run that failed without a failed test (a file that does not load, an error outside of tests, a crash) counts as one failure.
 * @param {number} code Vitest's exit code.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number } | null} results
 * @returns {Counts}
 */
export function countTests(code, results) {
  const failed = results?.numFailedTests ?? 0;
  return {
    passed: results?.numPassedTests ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0),
  };
}
