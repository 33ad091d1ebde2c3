import { describe, expect, it } from 'vitest';
import type { ApiReference, Operation, Schema } from './api-document.ts';
import { curlExample } from './curl-example.ts';
import { sampleOf } from './sample-of.ts';
import { rowsOf } from './schema-rows.ts';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const schemas: ApiReference['schemas'] = {
  Pet: {
    type: 'object',
    properties: {
      name: { type: 'string', example: 'Rex' },
      photos: { type: 'array', items: ref('Photo') },
      parent: { anyOf: [ref('Pet'), { type: 'null' }] },
    },
    required: ['name'],
  },
  Photo: {
    type: 'object',
    properties: { url: { type: 'string', format: 'uri' }, box: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }] } },
  },
  Answer: {
    oneOf: [
      { type: 'object', properties: { kind: { type: 'string', enum: ['match'] }, pet: ref('Pet') } },
      { type: 'object', properties: { kind: { type: 'string', enum: ['unknown'] } } },
    ],
  },
};

describe('the fields of a schema', () => {
  it('are those within others too, and a schema that holds itself is written out once', () => {
    const rows = rowsOf(ref('Pet'), schemas);
    expect(rows.map(({ path }) => path)).toEqual(['name', 'photos', 'photos[].url', 'photos[].box', 'parent']);
    expect(rows.filter(({ isRequired }) => isRequired).map(({ path }) => path)).toEqual(['name']);
  });

  it('say of which of several objects they are, where not of several', () => {
    const rows = rowsOf({ type: 'array', items: ref('Answer') }, schemas);
    const top = rows.filter(({ path }) => path.split('.').length === 2).map(({ path, variant, schema }) => [path, variant, schema.enum]);
    expect(top).toEqual([
      ['[].kind', null, ['match', 'unknown']],
      ['[].pet', 'kind: match', undefined],
    ]);
  });
});

it('a sample has examples where there are some, and ends where a schema holds itself', () => {
  expect(sampleOf(ref('Pet'), schemas)).toEqual({ name: 'Rex', photos: [{ url: 'https://example.org', box: [1, 1] }], parent: null });
  expect(sampleOf({ type: 'integer', default: 50 }, schemas)).toBe(50);
});

describe('an example for the shell', () => {
  const operation = (changes: Partial<Operation>): Operation => ({
    method: 'get',
    path: '/api/pets/{petId}',
    operationId: 'showPet',
    tags: [],
    summary: '',
    parameters: [],
    responses: {},
    'x-access': { kind: 'user' },
    ...changes,
  });
  const curl = (changes: Partial<Operation>) =>
    curlExample({ server: 'https://snout.example', schemas, operations: [] }, operation(changes));

  it('names what has to be put in, in the path and in the query', () => {
    const species: Operation['parameters'][number] = {
      name: 'species',
      in: 'query',
      required: true,
      schema: { type: 'string', enum: ['dog'] },
    };
    expect(curl({ parameters: [species] })).toBe(
      "curl 'https://snout.example/api/pets/YOUR_PET_ID?species=dog' \\\n  -H 'Authorization: Bearer YOUR_KEY'",
    );
    expect(curl({ 'x-access': { kind: 'anyone' } })).not.toContain('YOUR_KEY');
  });

  it('sends files as a form and all else as JSON, with what must be there, and no quotation mark that ends the command', () => {
    const photos: Schema = { type: 'array', items: { type: 'string', format: 'binary' } };
    const form: Schema = {
      type: 'object',
      properties: { name: { type: 'string', example: "Rex's" }, photos, sex: { type: 'string' } },
      required: ['name', 'photos'],
    };
    expect(curl({ method: 'post', requestBody: { content: { 'multipart/form-data': { schema: form } } } })).toMatch(
      /^curl -X POST [\s\S]*-F 'name=Rex'\\''s' \\\n {2}-F 'photos=@YOUR_FILE'$/,
    );
    expect(curl({ method: 'patch', requestBody: { content: { 'application/json': { schema: ref('Pet') } } } })).toMatch(
      /-d '\{"name":"Rex"\}'$/,
    );
  });
});
