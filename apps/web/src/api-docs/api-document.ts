import { API_PATHS } from '@snout/contract';
import { z } from 'zod';
import { request } from '../api/request.ts';

/** JSON Schema 2020-12, as far as the contract uses it. */
export interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly format?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Schema | undefined;
  readonly prefixItems?: readonly Schema[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
}

const schemaSchema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    default: z.unknown().optional(),
    example: z.unknown().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    properties: z.record(z.string(), schemaSchema).optional(),
    required: z.array(z.string()).optional(),
    items: schemaSchema.optional(),
    prefixItems: z.array(schemaSchema).optional(),
    anyOf: z.array(schemaSchema).optional(),
    oneOf: z.array(schemaSchema).optional(),
  }),
);

const contentSchema = z.record(z.string(), z.object({ schema: schemaSchema }));

const operationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  summary: z.string().default(''),
  description: z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header', 'cookie']),
        required: z.boolean().default(false),
        schema: schemaSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: contentSchema.optional() })),
  'x-access': z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['anyone', 'user']) }),
    z.object({ kind: z.literal('member'), roles: z.array(z.string()), scope: z.string().nullable(), verified: z.boolean() }),
  ]),
});

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const documentSchema = z.object({
  servers: z.array(z.object({ url: z.string() })).min(1),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
  paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), operationSchema)),
});

/** One thing that can be done: the method and path, and all that the document says of it. */
export interface Operation extends z.infer<typeof operationSchema> {
  readonly method: (typeof METHODS)[number];
  readonly path: string;
}

export interface ApiReference {
  readonly server: string;
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly operations: readonly Operation[];
}

/** What the service says of its API. @throws ApiError */
export async function fetchApiReference(): Promise<ApiReference> {
  const { servers, components, paths } = await request(API_PATHS.openApi, documentSchema, { tenant: null });
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method];
      return operation ? [{ ...operation, method, path }] : [];
    }),
  );
  return { server: servers[0]?.url ?? '', schemas: components.schemas, operations };
}

/** The schema itself, where it only names another. */
export function resolved(schema: Schema, schemas: ApiReference['schemas']): Schema {
  const name = nameOf(schema);
  return name === null ? schema : { ...schemas[name], ...(schema.description ? { description: schema.description } : {}) };
}

export function nameOf({ $ref }: Schema): string | null {
  return $ref?.split('/').at(-1) ?? null;
}
