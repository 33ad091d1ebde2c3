#!/usr/bin/env node
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build-web.mjs';
import { CHECKS, runChecks } from './checks.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureNode } from './ensure-node.mjs';
import { Failure } from './failure.mjs';
import { ROOT } from './paths.mjs';
import { runNode } from './run-child.mjs';
import { closingLine, testEverything } from './test-everything.mjs';

/**
 * What `npm start`, `npm test` and `npx snout` call. Plain JavaScript that any Node from 18 on runs: it gets a newer Node and the packages
 * when they are missing, and then runs the program with that Node.
 * @type {Readonly<Record<string, (node: string, args: readonly string[]) => Promise<number>>>}
 */
const COMMANDS = {
  start: async (node, args) => {
    await buildWeb(node);
    return runNode(node, [join(ROOT, 'apps', 'server', 'src', 'main.ts'), ...args]);
  },
  snout: (node, args) => runNode(node, [join(ROOT, 'apps', 'cli', 'src', 'main.ts'), ...args]),
  test: async (node, args) => {
    const counts = await testEverything(node, args);
    process.stdout.write(`\n${closingLine(counts)}\n`);
    return counts.failed === 0 ? 0 : 1;
  },
  check: async (node) => ((await runChecks(node, Object.values(CHECKS))).failed === 0 ? 0 : 1),
  typecheck: (node) => CHECKS.types.run(node),
  knip: (node) => CHECKS.unused.run(node),
  documents: async (node) => {
    const code = await runNode(node, [join(ROOT, 'apps', 'server', 'src', 'documents', 'write-documents.ts')]);
    // The client's types come from the document.
    return code === 0 ? runNode(node, [join(ROOT, 'packages', 'client', 'src', 'tools', 'generate-types.ts')]) : code;
  },
  bench: (node, args) => runNode(node, [join(ROOT, 'bench', 'src', 'run-benchmarks.ts'), ...args]),
  evaluation: (node, args) => runNode(node, [join(ROOT, 'bench', 'src', 'run-evaluation.ts'), ...args]),
  faults: (node, args) => runNode(node, [join(ROOT, 'tests', 'faults', 'run-faults.ts'), ...args]),
};

/** @param {readonly string[]} argv Command and its arguments. */
export async function main([name = '', ...args]) {
  const command = COMMANDS[name];
  if (!command) {
    process.stderr.write(`Usage: node tools/run.mjs ${Object.keys(COMMANDS).join(' | ')}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    const node = await ensureNode();
    await ensureDependencies(node);
    process.exitCode = await command(node, args);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`snout: ${error.message}\n`);
    if (name === 'test') process.stdout.write(`\n${closingLine({ passed: 0, failed: 1, skipped: 0 })}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
