import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../../../..');
export const GENERATED = resolve(import.meta.dirname, '../generated/api.ts');

const BINARY = ts.factory.createTypeReferenceNode('Blob');
const HEAD = '// Made from docs/openapi.json by `npm run documents`: change the contract instead.\n\n';

/** The types of the API, from the document that is published. Files are Blobs. */
export async function generateTypes(): Promise<string> {
  const document = JSON.parse(await readFile(resolve(ROOT, 'docs/openapi.json'), 'utf8'));
  const nodes = await openapiTS(document, {
    transform: (schema) => ('format' in schema && schema.format === 'binary' ? BINARY : undefined),
  });
  return HEAD + astToString(nodes);
}

if (process.argv[1] === import.meta.filename) await writeFile(GENERATED, await generateTypes());
