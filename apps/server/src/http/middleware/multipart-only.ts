import type { MiddlewareHandler } from 'hono';
import { ProblemError } from '../problem-error.ts';

/** Every POST of this API carries photos: refuses other bodies by name before they are parsed as something else. */
export const multipartOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'POST') {
    const type = context.req.header('content-type') ?? '';
    if (!/^multipart\/form-data\s*;/i.test(type)) throw new ProblemError('unsupported-media-type');
  }
  await next();
};
