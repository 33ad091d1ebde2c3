import type { Finding, SourceTree } from '../source-tree.ts';

const RULE = 'lock-file';
const LOCK = 'package-lock.json';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * The lock file names the packages of every platform. npm leaves out what its registry could not give, and `npm ci` then refuses the
 * lock file on every machine.
 */
export function lockFile(tree: SourceTree): readonly Finding[] {
  const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(tree.read(LOCK));
  return Object.entries(packages).flatMap(([home, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesFor(home, name).some((place) => place in packages))
      .map((name) => ({ rule: RULE, path: LOCK, why: `lacks ${name}, which ${home} names: take a version that the registry has whole` })),
  );
}

/** Where Node looks for a package from a folder: there, then in each folder above. */
function placesFor(home: string, name: string): readonly string[] {
  const parts = home.split('/node_modules/');
  const above = parts.map((_part, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/node_modules/${name}`);
  return [...above, `node_modules/${name}`];
}
