import { extname } from 'node:path';
import type { Finding, SourceTree } from '../source-tree.ts';

const RULE = 'file-length';
/** Lines. What people complain about in otherwise good code bases is the long tail: half of ours should stay under 125. */
const MOST = 400;
const WRITTEN_BY_HAND = new Set(['.ts', '.tsx', '.mjs', '.js', '.py', '.css', '.sql', '.sh']);

export function fileLength(tree: SourceTree): readonly Finding[] {
  return tree.files
    .filter((path) => WRITTEN_BY_HAND.has(extname(path)) && !path.includes('/generated/'))
    .map((path) => ({ path, lines: tree.read(path).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST)
    .map(({ path, lines }) => ({ rule: RULE, path, why: `has ${lines} lines, more than ${MOST}: split it` }));
}
