import type { Finding, SourceTree } from '../source-tree.ts';
import { exportsOnly } from './exports-only.ts';
import { fileLength } from './file-length.ts';
import { leftOvers } from './left-overs.ts';
import { lockFile } from './lock-file.ts';
import { packageDirections } from './package-directions.ts';
import { platformFree } from './platform-free.ts';
import { runtimeOwners } from './runtime-owners.ts';

/** What Biome, knip and the compiler do not look at. */
export const RULES: Readonly<Record<string, (tree: SourceTree) => readonly Finding[]>> = {
  'file-length': fileLength,
  'left-overs': leftOvers,
  'lock-file': lockFile,
  'exports-only': exportsOnly,
  'package-directions': packageDirections,
  'platform-free': platformFree,
  'runtime-owners': runtimeOwners,
};
