import { findImports } from '../imports.ts';
import type { Finding, SourceTree } from '../source-tree.ts';

const RULE = 'platform-free';
/** Code that runs in Node and in the browser alike. */
const EVERYWHERE = /^packages\/(core|contract)\/src\/|^packages\/vision\/src\/(?!node\/|browser\/)/;
const TEST = /\.test\.tsx?$|\/testing\//;

/** The pipeline, the contract and the domain import nothing of Node. */
export function platformFree(tree: SourceTree): readonly Finding[] {
  return findImports(tree)
    .filter(({ path, specifier }) => EVERYWHERE.test(path) && !TEST.test(path) && specifier.startsWith('node:'))
    .map(({ path, specifier }) => ({ rule: RULE, path, why: `runs in the browser too and may not import ${specifier}` }));
}
