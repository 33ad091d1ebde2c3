import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorsDocument } from './errors-document.ts';
import { openapiDocument } from './openapi-document.ts';
import { permissionsDocument } from './permissions-document.ts';

const DOCS = resolve(import.meta.dirname, '../../../../docs');

await writeFile(resolve(DOCS, 'errors.md'), errorsDocument());
await writeFile(resolve(DOCS, 'openapi.json'), openapiDocument());
await writeFile(resolve(DOCS, 'permissions.md'), permissionsDocument());
