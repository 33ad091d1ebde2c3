import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from './planted-tree.ts';
import type { Finding } from './source-tree.ts';

/** Runs Biome with the root's configuration over a tree. */
export function runBiome(root: string): readonly Finding[] {
  const program = join(REPOSITORY, 'node_modules/@biomejs/biome/bin/biome');
  const out = run(program, ['check', '--reporter=json', '--max-diagnostics=none', '.'], root);
  const report: { diagnostics: ReadonlyArray<{ category: string; message: string; location: { path: string } }> } = JSON.parse(out);
  return report.diagnostics.map(({ category, message, location }) => ({ rule: category, path: location.path, why: message }));
}

/** Runs the compiler with the root's configuration over a tree. The rule is the number of the error, e.g. "TS2307". */
export function runCompiler(root: string): readonly Finding[] {
  const program = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  const out = run(program, ['-p', 'tsconfig.json', '--pretty', 'false'], root);
  return [...out.matchAll(/^(\S[^(]*)\(\d+,\d+\): error (TS\d+): (.*)$/gm)].map(([, path = '', rule = '', why = '']) => ({
    rule,
    path,
    why,
  }));
}

function run(program: string, args: readonly string[], cwd: string): string {
  return spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 }).stdout;
}
