import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'apps/*/src/**/*.test.{ts,tsx}',
      'tests/**/*.test.ts',
      'tools/**/*.test.mjs',
      'bench/src/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Each file in a process of its own: native runtimes (ONNX, sharp, PGlite) do not share one with another file's.
    pool: 'forks',
    // Generous: a small shared machine boots the embedded database in seconds and runs the models at a tenth of a laptop's speed.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // tools/run.mjs reads the counts for the closing line from the second reporter's file.
    reporters: ['default', ['json', { outputFile: '.cache/test-results.json' }]],
  },
});
