import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageBin } from './package-bin.mjs';
import { ROOT } from './paths.mjs';
import { runNode } from './run-child.mjs';

/**
 * What is looked at without running the product.
 * @typedef {{ name: string, run: (node: string) => Promise<number> }} Check
 * @type {Readonly<Record<'types' | 'lint' | 'unused', Check>>}
 */
export const CHECKS = {
  types: { name: 'types (tsc)', run: checkTypes },
  lint: { name: 'lint and format (biome)', run: (node) => tool(node, '@biomejs/biome', ['check', '--error-on-warnings', '.'], 'biome') },
  unused: { name: 'unused files, exports and packages (knip)', run: (node) => tool(node, 'knip', ['--no-progress', '--no-config-hints']) },
};

/**
 * Runs checks one after the other, all of them even when one fails.
 * @param {string} node
 * @param {readonly Check[]} checks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(node, checks) {
  const codes = [];
  for (const { name, run } of checks) {
    const started = Date.now();
    process.stdout.write(`\n▸ ${name}\n`);
    const code = await run(node);
    codes.push(code);
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}, ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
    if (code > 128) process.exit(code);
  }
  const passed = codes.filter((code) => code === 0).length;
  return { passed, failed: codes.length - passed };
}

/**
 * What runs in Node and what runs in the browser know different globals, so they are two programs to the compiler.
 * @param {string} node
 */
async function checkTypes(node) {
  let worst = 0;
  for (const project of ['tsconfig.json', 'tsconfig.browser.json']) {
    if (existsSync(join(ROOT, project))) worst = Math.max(worst, await tool(node, 'typescript', ['-p', project], 'tsc'));
  }
  return worst;
}

/**
 * @param {string} node
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} [bin]
 */
function tool(node, name, args, bin = name) {
  return runNode(node, [packageBin(name, { bin }), ...args], { cwd: ROOT });
}
