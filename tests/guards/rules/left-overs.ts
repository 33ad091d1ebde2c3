import { extname } from 'node:path';
import type { Finding, SourceTree } from '../source-tree.ts';

const RULE = 'left-overs';
const TEXT = new Set(['.ts', '.tsx', '.mjs', '.js', '.py', '.css', '.sql', '.sh', '.md', '.html', '.json', '.yml', '.yaml', '.toml', '']);

/** What must not stay in a committed text, and why. */
const LEFT_OVERS: ReadonlyArray<{ readonly pattern: RegExp; readonly why: string }> = [
  { pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/, why: 'a mark of unfinished work: finish it or open an issue' },
  { pattern: /(?<![\w.~/-])\/(?:home|Users|root|work|mnt)\/\w/, why: 'a path of one machine' },
  { pattern: /(?<!\w)[A-Z]:\\(?:Users|Documents)/, why: 'a path of one machine' },
  { pattern: /@ts-(?:ignore|nocheck)/, why: 'a silenced compiler' },
  { pattern: /biome-ignore [^:\n]+: *$/m, why: 'a silenced rule without a reason' },
  { pattern: /"resolved": "http/, why: "a download address: a lock file works with anyone's registry without it" },
];

export function leftOvers(tree: SourceTree): readonly Finding[] {
  return tree.files.filter(isText).flatMap((path) => {
    const text = tree.read(path);
    return LEFT_OVERS.flatMap(({ pattern, why }) => {
      const found = pattern.exec(text);
      if (!found) return [];
      const line = text.slice(0, found.index).split('\n').length;
      return [{ rule: RULE, path, why: `line ${line}: "${found[0]}" is ${why}` }];
    });
  });
}

/** This rule and its planted snippets name what they look for. */
function isText(path: string): boolean {
  return TEXT.has(extname(path)) && !path.startsWith('tests/guards/');
}
