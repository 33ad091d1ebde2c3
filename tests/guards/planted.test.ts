import { expect, test } from 'vitest';
import { runBiome, runCompiler } from './checkers.ts';
import { FOR_BIOME, FOR_COMPILER, FOR_RULES, type PlantedSnippet } from './planted-snippets.ts';
import { plantTree } from './planted-tree.ts';
import { RULES } from './rules/index.ts';
import { type Finding, readSourceTree } from './source-tree.ts';

// A tool that sees nothing reports success too. Each rule is shown a file that breaks it.

test('Biome finds every planted snippet', () => {
  expect(missed(FOR_BIOME, runBiome)).toEqual([]);
});

test('the compiler finds every planted snippet', () => {
  expect(missed(FOR_COMPILER, runCompiler)).toEqual([]);
});

test('the rules of tests/guards find every planted snippet', () => {
  expect(missed(FOR_RULES, runRules)).toEqual([]);
});

test('every rule of tests/guards has a planted snippet', () => {
  const covered = new Set(FOR_RULES.map(({ fires }) => fires));
  expect(Object.keys(RULES).filter((rule) => !covered.has(rule))).toEqual([]);
});

/** Snippets that the checker let pass, with what it said about them instead. */
function missed(snippets: readonly PlantedSnippet[], check: (root: string) => readonly Finding[]): readonly unknown[] {
  using tree = plantTree(snippets);
  const findings = check(tree.root);
  return snippets.flatMap(({ path, fires }) => {
    const said = findings.filter((finding) => finding.path === path).map(({ rule }) => rule);
    return said.includes(fires) ? [] : [{ path, fires, said }];
  });
}

function runRules(root: string): readonly Finding[] {
  const tree = readSourceTree(root);
  return Object.values(RULES).flatMap((rule) => rule(tree));
}
