import { z } from '@hono/zod-openapi';

/** A required multipart/form-data body. */
export function multipart<Schema extends z.ZodType>(schema: Schema) {
  return { required: true as const, content: { 'multipart/form-data': { schema } } };
}

/**
 * Photos as files of a form, or as addresses in JSON. Not `required`, since Hono would then read each body both ways; middleware/body-type.ts
 * of the server asks for one of the two.
 */
export function photosBody<Form extends z.ZodType, ByUrl extends z.ZodType>(form: Form, byUrl: ByUrl) {
  return { content: { 'multipart/form-data': { schema: form }, 'application/json': { schema: byUrl } } };
}

/** A required JSON body. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true as const, content: { 'application/json': { schema } } };
}

export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'Not an id.');

export const petParameters = z.object({ petId: idSchema });
export const carerParameters = z.object({ petId: idSchema, tenantId: idSchema });
export const invitationParameters = z.object({ petId: idSchema, invitationId: idSchema });
export const mergeParameters = z.object({ petId: idSchema, mergeId: idSchema });
export const photoParameters = z.object({ petId: idSchema, photoId: idSchema });

/** draft-ietf-httpapi-idempotency-key-header: any string of the client's; a UUID is best. */
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, 'Between 8 and 200 visible ASCII characters.')
    .optional()
    .meta({
      description:
        'Repeat a request with the same key within a day and it is done once: the first answer comes again. A UUID is best, since whoever has the key can read that answer.',
    }),
});

/** Cursor pagination: a page and where it ended. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50).meta({ type: 'integer', description: 'Pets per page.' }),
  after: z.string().max(600).optional().meta({ description: '`next` of the page before.' }),
});
