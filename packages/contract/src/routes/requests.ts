import { z } from '@hono/zod-openapi';

/** A required multipart/form-data body. */
export function multipart<Schema extends z.ZodType>(schema: Schema) {
  return { required: true as const, content: { 'multipart/form-data': { schema } } };
}

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'Not an id.');

export const petParameters = z.object({ petId: idSchema });
export const photoParameters = z.object({ petId: idSchema, photoId: idSchema });

/** draft-ietf-httpapi-idempotency-key-header: any string of the client's; a UUID is best. */
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, 'Between 8 and 200 visible ASCII characters.')
    .optional()
    .meta({ description: 'Repeat a request with the same key and it is done once. A UUID is best.' }),
});

/** Cursor pagination: a page and where it ended. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ type: 'integer', description: 'Pets per page.' }),
  after: z.string().max(600).optional().meta({ description: '`next` of the page before.' }),
});
