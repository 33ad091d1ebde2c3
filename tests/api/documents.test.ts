import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PROBLEM_CODES, PROBLEMS } from '@snout/contract';
import * as routes from '@snout/contract/routes';
import { createInMemoryGallery } from '@snout/core/testing';
import { errorsDocument, openapiDocument, permissionsDocument } from '@snout/server';
import { describe, expect, it } from 'vitest';
import { createService } from './service.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REMEDY = 'Run: npm run documents --workspace apps/server';

describe('documents', () => {
  it('docs/errors.md lists every code with its status and advice', async () => {
    const document = await readFile(resolve(ROOT, 'docs/errors.md'), 'utf8');
    expect(document, REMEDY).toBe(errorsDocument());
    for (const code of PROBLEM_CODES) expect(document).toContain(`### ${code}\n\n${PROBLEMS[code].status} · `);
  });

  it('docs/openapi.json is what the contract says', async () => {
    expect(await readFile(resolve(ROOT, 'docs/openapi.json'), 'utf8'), REMEDY).toBe(openapiDocument());
  });

  it('docs/permissions.md is what the contract says', async () => {
    expect(await readFile(resolve(ROOT, 'docs/permissions.md'), 'utf8'), REMEDY).toBe(permissionsDocument());
  });

  it('every route of the contract is served, and nothing else is under /api', () => {
    const served = createService(createInMemoryGallery())
      .routes.filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
      .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const promised = Object.values(routes).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect([...new Set(served)].sort()).toEqual(promised.sort());
  });
});
