import { findImports, packageName } from '../imports.ts';
import type { Finding, SourceTree } from '../source-tree.ts';

const RULE = 'runtime-owners';

/**
 * Where each native or WebAssembly runtime may be imported. In each place one file does it, so that replacing the runtime, or knowing when
 * it is loaded, means reading one file. Tests and benchmarks are free: a benchmark measures the bare runtime beside us.
 */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'onnxruntime-node': ['packages/vision/src/node/'],
  'onnxruntime-web': ['packages/vision/src/browser/'],
  sharp: ['packages/vision/src/node/', 'packages/drawn-pets/src/', 'apps/server/src/', 'apps/cli/src/'],
  '@electric-sql/pglite': ['packages/postgres/src/'],
  // Its file system is another thing than the database: durable-node-fs.ts completes it.
  '@electric-sql/pglite/nodefs': ['packages/postgres/src/'],
  '@electric-sql/pglite-pgvector': ['packages/postgres/src/'],
  'pg-boss': ['packages/postgres/src/'],
  nodemailer: ['packages/mail/src/'],
  'web-push': ['packages/outbound/src/'],
  standardwebhooks: ['packages/outbound/src/'],
  stripe: ['packages/payments/src/'],
  'prom-client': ['apps/server/src/'],
  '@opentelemetry/sdk-trace': ['apps/server/src/'],
  '@opentelemetry/exporter-trace-otlp-http': ['apps/server/src/'],
};
const FREE = /\.test\.tsx?$|^(tests|bench)\//;

export function runtimeOwners(tree: SourceTree): readonly Finding[] {
  const imports = findImports(tree).filter(({ path }) => !FREE.test(path));
  return Object.entries(OWNERS).flatMap(([runtime, places]) => {
    const importers = [...new Set(imports.filter(({ specifier }) => ownedAs(specifier) === runtime).map(({ path }) => path))];
    const outside = importers.filter((path) => !places.some((place) => path.startsWith(place)));
    const crowds = places.map((place) => importers.filter((path) => path.startsWith(place))).filter((paths) => paths.length > 1);
    return [
      ...outside.map((path) => ({ rule: RULE, path, why: `${runtime} belongs to ${places.join(' or ')}` })),
      ...crowds.flatMap((paths) =>
        paths.map((path) => ({ rule: RULE, path, why: `${runtime} is imported by ${paths.join(' and ')}: let one do it` })),
      ),
    ];
  });
}

/** An entry with owners of its own, else the package. */
function ownedAs(specifier: string): string | null {
  return Object.hasOwn(OWNERS, specifier) ? specifier : packageName(specifier);
}
