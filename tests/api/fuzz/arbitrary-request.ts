import fc from 'fast-check';
import type { Operation, Parameter, Schema } from './operations.ts';

/** What a generated request may say that a schema cannot know: ids that there are, photos, words of this service. */
export interface Material {
  readonly ids: readonly string[];
  /** Ids by the name of the path parameter that takes them: of the own things and of the other tenant's. */
  readonly idsFor: Readonly<Record<string, readonly string[]>>;
  readonly photos: readonly Uint8Array<ArrayBuffer>[];
  readonly files: readonly Uint8Array<ArrayBuffer>[];
  resolve(schema: Schema): Schema;
}

/** A request as it is sent; `described` is for whoever reads of a failure. */
export interface MadeRequest {
  readonly path: string;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
  readonly described: string;
}

/** Texts that have broken services: the end of a C string, half of a pair, right to left, formats, quotes, very long. */
const NASTY = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202eabc',
  "'; drop table pets; --",
  '%00',
  '../../etc/passwd',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
  'x'.repeat(5000),
  '-1',
  '1e400',
  'NaN',
  'null',
  '2024-02-30',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
] as const;
/** None of these leads anywhere: no request of a test leaves the machine. */
const URLS = [
  'https://10.0.0.1/a.jpg',
  'https://127.0.0.1/',
  'https://[::1]/',
  'http://169.254.169.254/',
  'https://user:pw@10.0.0.1/',
  'file:///etc/passwd',
];
const PATTERNS: ReadonlyArray<readonly [pattern: string, values: readonly string[]]> = [
  ['{8,200}', ['a-key-for-one-request', 'another-key-1', 'short', 'k'.repeat(200)]],
  ['^https', ['https://10.0.0.1/hook']],
];

/** Requests for an operation: mostly what its definition asks for, and now and then something else in each place. */
export function arbitraryRequest(operation: Operation, material: Material): fc.Arbitrary<MadeRequest> {
  const parameters = fc.tuple(
    ...operation.parameters.map((parameter) => fc.tuple(fc.constant(parameter), parameterValue(parameter, material))),
  );
  const [types, nothing] = [Object.entries(operation.bodies), fc.constant({ described: '' } as Body)];
  const body = types.length === 0 ? nothing : fc.oneof(...types.map(([type, schema]) => bodyOf(type, schema, material)));
  const tenant = fc.option(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...material.ids) }, { weight: 1, arbitrary: fc.constantFrom(...NASTY) }),
  );
  return fc.record({ parameters, body, tenant }).map(({ parameters: values, body: sent, tenant: inTheNameOf }) => {
    const { path, headers } = addressOf(operation, [...values, [TENANT, inTheNameOf]]);
    const whole = { ...sent.headers, ...headers };
    const described = `${operation.method} ${path} ${JSON.stringify(whole)} ${sent.described}`.slice(0, 1500);
    return { path, init: { method: operation.method, headers: whole, ...(sent.body === undefined ? {} : { body: sent.body }) }, described };
  });
}

const TENANT: Parameter = { name: 'snout-tenant', in: 'header', required: false, schema: {} };

/** Values in the places they belong to; null: left out. */
function addressOf(operation: Operation, values: readonly (readonly [Parameter, string | null])[]) {
  let { path } = operation;
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  for (const [{ name, in: place }, value] of values) {
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent((value ?? 'none').toWellFormed()));
    else if (value !== null && place === 'query') query.set(name, value.toWellFormed());
    else if (value !== null && isHeaderValue(value)) headers[name] = value;
  }
  return { path: query.size > 0 ? `${path}?${query}` : path, headers };
}

interface Body {
  readonly body?: FormData | string;
  readonly headers?: Record<string, string>;
  readonly described: string;
}

function bodyOf(type: string, schema: Schema, material: Material): fc.Arbitrary<Body> {
  const value = anyValue(schema, material, 4);
  if (type === 'multipart/form-data') return value.map(formOf(material));
  const broken = fc.constantFrom('', '{', '[]', 'null', '"text"', `${'['.repeat(2000)}`, '{"__proto__":{"isOperator":true}}');
  const text = fc.oneof({ weight: 9, arbitrary: value.map((made) => JSON.stringify(made)) }, { weight: 1, arbitrary: broken });
  return text.map((body) => ({ body, headers: { 'content-type': type }, described: body.slice(0, 600) }));
}

function formOf(material: Material) {
  return (made: unknown): Body => {
    const fields = Object.entries(typeof made === 'object' && made !== null ? made : {});
    const parts = fields.flatMap(([name, field]) => (Array.isArray(field) ? field : [field]).map((one) => partOf(name, one, material)));
    const body = new FormData();
    for (const { name, value } of parts) body.append(name, value);
    const described = parts.map(({ name, value }) => `${name}=${typeof value === 'string' ? value.slice(0, 60) : value.name}`);
    return { body, described: described.join(' & ') };
  };
}

function partOf(name: string, value: unknown, { photos, files }: Material): { readonly name: string; readonly value: File | string } {
  const index = fileIndex(value);
  const kept = name === 'file' ? files : photos;
  const bytes = index === null ? undefined : kept[index % kept.length];
  if (bytes) return { name, value: new File([bytes], `${index}\u00e9 "'.jpg`) };
  return { name, value: typeof value === 'string' ? value : (JSON.stringify(value) ?? '') };
}

/** Stands for a file until the form is made. */
const FILE = 'file number ';

function fileIndex(value: unknown): number | null {
  return typeof value === 'string' && value.startsWith(FILE) ? Number(value.slice(FILE.length)) : null;
}

function parameterValue({ name, required, schema, in: place }: Parameter, material: Material): fc.Arbitrary<string | null> {
  const value =
    place === 'path' && !name.endsWith('Kind') ? idFor(name, material) : anyValue(schema, material, 1).map((made) => String(made));
  const some = fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(...NASTY) });
  return required ? some : fc.option(some);
}

function idFor(name: string, { ids, idsFor }: Material): fc.Arbitrary<string> {
  const fitting = idsFor[name] ?? [];
  return fitting.length === 0 ? fc.constantFrom(...ids) : fc.oneof(...fitting.map((id) => fc.constant(id)), fc.constantFrom(...ids));
}

/** Values of a schema, and one time in twelve something that does not belong there. */
function anyValue(unresolved: Schema, material: Material, depth: number): fc.Arbitrary<unknown> {
  const schema = material.resolve(unresolved);
  const strange = fc.constantFrom<unknown>(...NASTY, null, 0, -1, 1e308, true, [], {}, [[]]);
  return fc.oneof({ weight: 11, arbitrary: properValue(schema, material, depth) }, { weight: 1, arbitrary: strange });
}

function properValue(schema: Schema, material: Material, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => anyValue(choice, material, depth)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((item) => anyValue(item, material, depth)));
  switch (schema.type) {
    case 'integer':
      return fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(-1, 2 ** 31, 2 ** 53));
    case 'number':
      return fc.double({ min: -2000, max: 2000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(anyValue(schema.items ?? {}, material, depth - 1), { minLength: Math.min(schema.minItems ?? 0, 2), maxLength: 3 });
    case 'object':
      return objectOf(schema, material, depth);
    case 'string':
      return textOf(schema, material);
    default:
      return fc.constantFrom<unknown>('text', 1, null);
  }
}

function objectOf(schema: Schema, material: Material, depth: number): fc.Arbitrary<unknown> {
  const required = schema.required ?? [];
  const entries = Object.entries(schema.properties ?? {}).filter(([name]) => depth > 0 || required.includes(name));
  const shape = Object.fromEntries(entries.map(([name, property]) => [name, anyValue(property, material, depth - 1)]));
  return fc.record(shape, { requiredKeys: entries.map(([name]) => name).filter((name) => required.includes(name)) });
}

function textOf({ format, pattern, example, maxLength = 100 }: Schema, { ids }: Material): fc.Arbitrary<string> {
  if (format === 'binary') return fc.nat({ max: 9 }).map((index) => FILE + index);
  if (format === 'uri') return fc.constantFrom(...URLS);
  if (format === 'email') return fc.constantFrom('nobody@example.org', 'owner-of-b@example.org', 'A.B+c@example.org');
  if (format === 'date-time') return fc.constantFrom('2026-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00Z');
  const known = PATTERNS.find(([part]) => pattern?.includes(part))?.[1];
  if (known) return fc.constantFrom(...known);
  const own = typeof example === 'string' ? [fc.constant(example)] : [];
  return fc.oneof(...own, fc.constantFrom(...ids), fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, 100) }));
}

function isHeaderValue(value: string): boolean {
  return /^[\x20-\x7e]{0,400}$/.test(value);
}
