import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RULES } from './rules/index.ts';
import { readSourceTree } from './source-tree.ts';

describe('the repository keeps its own rules', () => {
  const tree = readSourceTree(fileURLToPath(new URL('../..', import.meta.url)));

  test.each(Object.entries(RULES))('%s', (_name, rule) => {
    expect(rule(tree).map(({ path, why }) => `${path}: ${why}`)).toEqual([]);
  });

  test('and they look at its files', () => {
    expect(tree.files.filter((path) => /^packages\/\w+\/src\//.test(path)).length).toBeGreaterThan(5);
  });
});
