import { type ApiReference, nameOf, resolved, type Schema } from './api-document.ts';

/** One field of a body or an answer. `variant`: of one kind of object among several, what tells it: "kind: match"; null where it is in several. */
export interface FieldRow {
  readonly path: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  readonly variant: string | null;
}

type Schemas = ApiReference['schemas'];

/** Deeper than this, the name of what is there says enough. */
const DEEPEST = 3;

/** All fields of an object, those within others too, by their path; a list is written as `photos[]`. */
export function rowsOf(schema: Schema, schemas: Schemas): readonly FieldRow[] {
  return merged(fieldsOf(schema, { schemas, path: '', depth: 0, seen: [], variant: null }));
}

/** A field that several kinds of objects have alike is one row; what tells them apart has all its words there. */
function merged(rows: readonly FieldRow[]): readonly FieldRow[] {
  const alike = Map.groupBy(rows, ({ path, isRequired, schema: { enum: words, ...schema } }) =>
    JSON.stringify([path, isRequired, schema, isTelling(path.split('.').at(-1) ?? '') ? null : words]),
  );
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const words = [first, ...others].flatMap(({ schema }) => schema.enum ?? []);
    return { ...first, variant: null, schema: words.length === 0 ? first.schema : { ...first.schema, enum: [...new Set(words)] } };
  });
}

interface Place {
  readonly schemas: Schemas;
  readonly path: string;
  readonly depth: number;
  /** Names of schemas around this one: what holds itself is not written out again. */
  readonly seen: readonly string[];
  readonly variant: string | null;
}

function fieldsOf(schema: Schema, place: Place): readonly FieldRow[] {
  const name = nameOf(schema);
  if (place.depth > DEEPEST || (name !== null && place.seen.includes(name))) return [];
  const whole = resolved(schema, place.schemas);
  const within = { ...place, seen: name === null ? place.seen : [...place.seen, name] };
  if (whole.items) return fieldsOf(whole.items, { ...within, path: `${place.path}[]` });
  const variants = variantsOf(whole);
  if (variants.length > 0) {
    const isOne = variants.length === 1;
    return variants.flatMap((variant) => fieldsOf(variant, { ...within, variant: isOne ? place.variant : kindOf(variant, within) }));
  }
  return Object.entries(whole.properties ?? {}).flatMap(([field, inner]) => {
    const path = place.path === '' ? field : `${place.path}.${field}`;
    const row = { path, schema: inner, isRequired: whole.required?.includes(field) ?? false, variant: place.variant };
    return [row, ...fieldsOf(inner, { ...within, path, depth: place.depth + 1 })];
  });
}

/** The alternatives of a schema, but for null. */
function variantsOf({ anyOf = [], oneOf = [] }: Schema): readonly Schema[] {
  return [...anyOf, ...oneOf].filter(({ type }) => type !== 'null');
}

/** What tells an object from the others that can stand in its place: its fields that have one value only. */
function kindOf(variant: Schema, { schemas, variant: outer }: Place): string {
  const { properties = {} } = resolved(variant, schemas);
  const told = Object.entries(properties).flatMap(([field, { enum: words }]) =>
    words && isTelling(field) ? [`${field}: ${words.join(', ')}`] : [],
  );
  const own = told[0] ?? nameOf(variant) ?? '';
  return outer === null || outer === own ? own : `${outer}; ${own}`;
}

function isTelling(field: string): boolean {
  return field === 'kind' || field === 'why';
}
