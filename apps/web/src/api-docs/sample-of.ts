import { type ApiReference, nameOf, resolved, type Schema } from './api-document.ts';

type Schemas = ApiReference['schemas'];

/** A value as the schema describes it: examples where there are some, else the plainest. `seen`: see rowsOf. */
export function sampleOf(schema: Schema, schemas: Schemas, seen: readonly string[] = []): unknown {
  const name = nameOf(schema);
  if (name !== null && seen.includes(name)) return null;
  const around = name === null ? seen : [...seen, name];
  const whole = resolved(schema, schemas);
  if (whole.example !== undefined) return whole.example;
  if (whole.default !== undefined) return whole.default;
  if (whole.enum) return whole.enum[0];
  const [variant] = [...(whole.anyOf ?? []), ...(whole.oneOf ?? [])];
  if (variant) return sampleOf(variant, schemas, around);
  if (whole.prefixItems) return whole.prefixItems.map((item) => sampleOf(item, schemas, around));
  if (whole.items) return [sampleOf(whole.items, schemas, around)];
  if (whole.properties) {
    return Object.fromEntries(Object.entries(whole.properties).map(([field, inner]) => [field, sampleOf(inner, schemas, around)]));
  }
  return plainest(whole);
}

function plainest({ type, format }: Schema): unknown {
  const one = typeof type === 'string' ? type : type?.[0];
  switch (one) {
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return format === 'email' ? 'name@example.org' : format === 'uri' ? 'https://example.org' : 'text';
  }
}
