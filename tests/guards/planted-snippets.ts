/** A file that breaks one rule, and the rule that must say so. */
export interface PlantedSnippet {
  readonly path: string;
  readonly code: string;
  readonly fires: string;
}

const CORE = 'packages/core/src/planted';
const VISION = 'packages/vision/src/planted';
const FINISH_LATER = ['TO', 'DO'].join('');
const HOME = ['', 'home', 'ada', 'photos'].join('/');

export const FOR_BIOME: readonly PlantedSnippet[] = [
  {
    path: `${VISION}/undeclared.ts`,
    code: "import { Hono } from 'hono';\n\nexport const planted = Hono;\n",
    fires: 'lint/correctness/noUndeclaredDependencies',
  },
  {
    path: `${CORE}/unresolved.ts`,
    code: "import { nothing } from './there-is-none.ts';\n\nexport const planted = nothing;\n",
    fires: 'lint/correctness/noUnresolvedImports',
  },
  {
    path: `${CORE}/cycle-there.ts`,
    code: "import { back } from './cycle-back.ts';\n\nexport const there = (): unknown => back;\n",
    fires: 'lint/suspicious/noImportCycles',
  },
  {
    path: `${CORE}/cycle-back.ts`,
    code: "import { there } from './cycle-there.ts';\n\nexport const back = (): unknown => there;\n",
    fires: 'lint/suspicious/noImportCycles',
  },
  { path: `${CORE}/any.ts`, code: 'export const planted: any = 1;\n', fires: 'lint/suspicious/noExplicitAny' },
  {
    path: `${CORE}/non-null.ts`,
    code: 'export const planted = (list: readonly number[]): number => list[0]!;\n',
    fires: 'lint/style/noNonNullAssertion',
  },
  { path: `${CORE}/enumeration.ts`, code: 'export enum Planted {\n  One = 1,\n}\n', fires: 'lint/style/noEnum' },
  { path: `${CORE}/default-export.ts`, code: 'export default 1;\n', fires: 'lint/style/noDefaultExport' },
  { path: `${CORE}/environment.ts`, code: "export const planted = process.env['PATH'];\n", fires: 'lint/style/noProcessEnv' },
  { path: `${CORE}/NotKebab.ts`, code: 'export const planted = 1;\n', fires: 'lint/style/useFilenamingConvention' },
  { path: `${CORE}/printing.ts`, code: "console.log('planted');\n\nexport {};\n", fires: 'lint/suspicious/noConsole' },
  {
    path: `${CORE}/skipped.test.ts`,
    code: "import { test } from 'vitest';\n\ntest.skip('planted', () => {});\n",
    fires: 'lint/suspicious/noSkippedTests',
  },
  { path: `${CORE}/badly-formatted.ts`, code: 'export const planted   =   "x"\n', fires: 'format' },
];

export const FOR_COMPILER: readonly PlantedSnippet[] = [
  {
    path: `${VISION}/deep-import.ts`,
    code: "export { toUnitVector } from '@snout/core/src/recognition/photo-analysis.ts';\n",
    fires: 'TS2307',
  },
  { path: `${CORE}/unchecked-index.ts`, code: 'export const planted = (list: readonly number[]): number => list[0];\n', fires: 'TS2322' },
  {
    path: `${CORE}/loose-optional.ts`,
    code: 'export const planted: { readonly a?: number } = { a: undefined };\n',
    fires: 'TS2375',
  },
  { path: `${CORE}/not-erasable.ts`, code: 'export class Planted {\n  constructor(readonly a: number) {}\n}\n', fires: 'TS1294' },
  { path: `${CORE}/implicit-any.ts`, code: 'export const planted = (a) => a;\n', fires: 'TS7006' },
];

export const FOR_RULES: readonly PlantedSnippet[] = [
  { path: `${CORE}/adapter.ts`, code: "export * from '@snout/vision/node';\n", fires: 'package-directions' },
  { path: `${CORE}/library.ts`, code: "import { z } from 'zod';\n\nexport const planted = z;\n", fires: 'package-directions' },
  { path: 'packages/blobs/src/planted.ts', code: "export * from '@snout/postgres';\n", fires: 'package-directions' },
  { path: 'packages/mail/src/planted.ts', code: "export * from '@snout/postgres';\n", fires: 'package-directions' },
  { path: 'packages/postgres/src/planted.ts', code: "export * from '../../core/src/recognition/index.ts';\n", fires: 'package-directions' },
  { path: 'apps/server/src/planted.ts', code: "export const planted = () => import('@snout/postgres');\n", fires: 'package-directions' },
  {
    path: 'apps/web/src/planted.tsx',
    code: "import type { Pet } from '@snout/core/recognition';\n\nexport type Planted = Pet;\n",
    fires: 'package-directions',
  },
  { path: `${VISION}/inner.ts`, code: "export * from '@snout/core/recognition/decide';\n", fires: 'exports-only' },
  {
    path: `${VISION}/platform.ts`,
    code: "import { readFileSync } from 'node:fs';\n\nexport const planted = readFileSync;\n",
    fires: 'platform-free',
  },
  { path: `${VISION}/runtime.ts`, code: "export const planted = () => import('onnxruntime-node');\n", fires: 'runtime-owners' },
  { path: 'packages/vision/src/browser/planted-one.ts', code: "export * from 'onnxruntime-web';\n", fires: 'runtime-owners' },
  {
    path: 'packages/vision/src/browser/planted-two.ts',
    code: "export type { Tensor } from 'onnxruntime-web/wasm';\n",
    fires: 'runtime-owners',
  },
  {
    path: 'packages/blobs/src/planted-sharp.ts',
    code: "import sharp from 'sharp';\n\nexport const planted = sharp;\n",
    fires: 'runtime-owners',
  },
  {
    path: 'packages/contract/src/planted.ts',
    code: "import { PGlite } from '@electric-sql/pglite';\n\nexport { PGlite };\n",
    fires: 'runtime-owners',
  },
  {
    path: 'packages/blobs/src/planted-mail.ts',
    code: "export * from 'nodemailer';\n",
    fires: 'runtime-owners',
  },
  { path: `${CORE}/long.ts`, code: `${'// one more line\n'.repeat(401)}export {};\n`, fires: 'file-length' },
  { path: `${CORE}/unfinished.ts`, code: `// ${FINISH_LATER}: the rest\nexport {};\n`, fires: 'left-overs' },
  { path: 'docs/planted.md', code: `Photos lie in ${HOME}.\n`, fires: 'left-overs' },
  { path: `${CORE}/silenced.ts`, code: `// @${['ts', 'ignore'].join('-')}\nexport {};\n`, fires: 'left-overs' },
  {
    path: 'package-lock.json',
    code: JSON.stringify({ packages: { 'node_modules/a': { optionalDependencies: { 'a-for-another-platform': '1.0.0' } } } }),
    fires: 'lock-file',
  },
];
