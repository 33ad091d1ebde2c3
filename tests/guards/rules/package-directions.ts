import { findImports, type Import, packageName } from '../imports.ts';
import type { Finding, SourceTree } from '../source-tree.ts';

const RULE = 'package-directions';
const ADAPTERS = [
  '@snout/vision',
  '@snout/postgres',
  '@snout/blobs',
  '@snout/mail',
  '@snout/outbound',
  '@snout/payments',
  '@snout/accounts',
];

/** What each package may import of the others: ARCHITECTURE.md, "Direction". */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/core': [],
  'packages/client': [],
  'packages/contract': ['@snout/core'],
  'packages/drawn-pets': [],
  'packages/vision': ['@snout/core'],
  'packages/postgres': ['@snout/core'],
  'packages/blobs': ['@snout/core'],
  'packages/accounts': ['@snout/core'],
  'packages/mail': ['@snout/core'],
  'packages/outbound': ['@snout/core'],
  'packages/payments': ['@snout/core'],
  'apps/web': ['@snout/contract', '@snout/vision/browser', '@snout/vision/live'],
  'apps/server': ['@snout/contract', '@snout/core'],
  'apps/cli': ['@snout/contract', '@snout/core'],
};

/** Composition roots: the only files that join the adapters to the domain. */
const COMPOSITION_ROOT = /^apps\/(server|cli)\/src\/compose(-[a-z]+)*\.ts$/;
const TEST = /\.test\.tsx?$|\/testing\//;
const TEST_PACKAGES = new Set(['vitest', 'fast-check']);

/** Imports between packages go one way only, and the domain imports nothing. */
export function packageDirections(tree: SourceTree): readonly Finding[] {
  return findImports(tree).flatMap((edge) => {
    const why = leavesPackage(edge) ?? wrongDirection(edge) ?? impureDomain(edge);
    return why ? [{ rule: RULE, path: edge.path, why }] : [];
  });
}

function leavesPackage({ from, file }: Import): string | null {
  if (!from.startsWith('packages/') && !from.startsWith('apps/')) return null;
  return file && !file.startsWith(`${from}/`) ? `reaches ${file} by a path; import the package it belongs to` : null;
}

function wrongDirection({ path, from, specifier }: Import): string | null {
  const allowed = MAY_IMPORT[from];
  const name = packageName(specifier);
  if (!name?.startsWith('@snout/') || !from) return null;
  if (!allowed) return from.startsWith('packages/') || from.startsWith('apps/') ? `${from} has no row in this rule's table` : null;
  const extra = [
    ...(COMPOSITION_ROOT.test(path) ? [...ADAPTERS, '@snout/drawn-pets'] : []),
    ...(TEST.test(path) ? [...ADAPTERS, '@snout/core', '@snout/drawn-pets'] : []),
  ];
  return [...allowed, ...extra].some((entry) => entry === name || entry === specifier) ? null : `${from} may not import ${specifier}`;
}

/** The domain is pure TypeScript: no packages, no platform. */
function impureDomain({ path, from, specifier, file }: Import): string | null {
  if (from !== 'packages/core' || file) return null;
  if (TEST.test(path)) {
    return TEST_PACKAGES.has(specifier) || /^(node:|@snout\/)/.test(specifier) ? null : `core's tests may not import ${specifier}`;
  }
  return `core may not import ${specifier}`;
}
