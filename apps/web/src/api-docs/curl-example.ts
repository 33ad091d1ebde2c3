import { type ApiReference, type Operation, resolved, type Schema } from './api-document.ts';
import { sampleOf } from './sample-of.ts';

/** A call of the operation for a shell, with what it needs and nothing more. */
export function curlExample({ server, schemas }: ApiReference, operation: Operation): string {
  const { method, path, requestBody } = operation;
  const key = operation['x-access'].kind === 'anyone' ? [] : ["-H 'Authorization: Bearer YOUR_KEY'"];
  const url = `${server}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `YOUR_${snake(name)}`)}${neededQuery(operation, schemas)}`;
  const verb = method === 'get' ? '' : `-X ${method.toUpperCase()} `;
  return [`curl ${verb}${quoted(url)}`, ...key, ...bodyArguments(requestBody?.content ?? {}, schemas)].join(' \\\n  ');
}

function neededQuery({ parameters }: Operation, schemas: ApiReference['schemas']): string {
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  if (needed.length === 0) return '';
  return `?${new URLSearchParams(needed.map(({ name, schema }) => [name, String(sampleOf(schema, schemas))]))}`;
}

function bodyArguments(content: NonNullable<Operation['requestBody']>['content'], schemas: ApiReference['schemas']): readonly string[] {
  const form = content['multipart/form-data'];
  if (form) {
    const { properties = {}, required = [] } = resolved(form.schema, schemas);
    return required.map((name) => `-F ${quoted(`${name}=${formValue(properties[name] ?? {}, schemas)}`)}`);
  }
  const json = content['application/json'];
  if (!json) return [];
  return ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(neededOf(json.schema, schemas)))}`];
}

function formValue(schema: Schema, schemas: ApiReference['schemas']): string {
  const { items, format } = resolved(schema, schemas);
  return (items?.format ?? format) === 'binary' ? '@YOUR_FILE' : String(sampleOf(schema, schemas));
}

/** An object with the fields that it must have; where none must be there, with all. */
function neededOf(schema: Schema, schemas: ApiReference['schemas']): unknown {
  const { required = [] } = resolved(schema, schemas);
  const whole = sampleOf(schema, schemas);
  if (required.length === 0 || typeof whole !== 'object' || whole === null) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([name]) => required.includes(name)));
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
