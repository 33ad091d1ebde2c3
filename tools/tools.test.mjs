import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedAsLocked } from './ensure-dependencies.mjs';
import { atLeast, pinFor } from './ensure-node.mjs';
import { packageBin } from './package-bin.mjs';
import { ROOT } from './paths.mjs';
import { runNode } from './run-child.mjs';
import { closingLine, countTests } from './test-everything.mjs';

test('versions are compared number by number', () => {
  expect(atLeast('24.12.0', '24.12.0')).toBe(true);
  expect(atLeast('24.9.9', '24.12.0')).toBe(false);
  expect(atLeast('26.0.0', '24.12.0')).toBe(true);
  expect(atLeast('18.20.4', '24.12.0')).toBe(false);
});

test('every pinned Node is new enough and has a checksum', () => {
  const floor = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).snout.node;
  const pins = JSON.parse(readFileSync(join(ROOT, 'tools', 'node-pins.json'), 'utf8'));
  for (const platform of Object.keys(pins)) {
    const [os = '', arch = ''] = platform.split('-');
    const pin = pinFor(os, arch);
    expect(atLeast(pin.version, floor), platform).toBe(true);
    expect(pin.integrity).toMatch(/^sha512-/);
  }
});

test('a platform without a pin is told where to get Node', () => {
  expect(() => pinFor('aix', 'ppc64')).toThrow(/aix-ppc64.*https:\/\/nodejs\.org/);
});

test('packages are installed anew when the lock file asks for others, and only then', () => {
  const lock = {
    '': {},
    'apps/a': { version: '1.0.0' },
    'node_modules/x': { version: '1.0.0' },
    'node_modules/mac': { version: '1.0.0', optional: true },
  };
  expect(asLocked(lock, null)).toBe(false);
  expect(asLocked(lock, { 'node_modules/x': { version: '1.0.0' } })).toBe(true);
  expect(asLocked(lock, { 'node_modules/x': { version: '0.9.0' } })).toBe(false);
  expect(asLocked(lock, {})).toBe(false);
});

test('a run that failed without a failed test counts as a failure', () => {
  const results = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };
  expect(countTests(0, results)).toEqual({ passed: 7, failed: 0, skipped: 3 });
  expect(countTests(1, results)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  expect(countTests(1, { ...results, numFailedTests: 4 }).failed).toBe(4);
  expect(countTests(1, null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(closingLine({ passed: 7, failed: 1, skipped: 3 })).toBe('7 passed, 1 failed, 3 skipped');
});

test('the exit code of the program comes through, and a signal as 128 plus its number', async () => {
  expect(await runNode(process.execPath, ['-e', 'process.exit(7)'])).toBe(7);
  expect(await runNode(process.execPath, ['-e', "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 10000)"])).toBe(143);
});

test('a program of a package is found by its name', () => {
  expect(readFileSync(packageBin('vitest'), 'utf8')).toContain('#!/usr/bin/env node');
  expect(() => packageBin('there-is-no-such-package')).toThrow(/not installed/);
});

/**
 * @param {object} lock packages of package-lock.json
 * @param {object | null} installed packages of what npm noted in node_modules; null: nothing installed
 */
function asLocked(lock, installed) {
  const root = mkdtempSync(join(tmpdir(), 'snout-lock-'));
  try {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }));
    if (installed) writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
    return installedAsLocked(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
