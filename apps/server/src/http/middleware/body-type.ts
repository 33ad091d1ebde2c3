import * as routes from '@snout/contract/routes';
import type { ApiApp } from '../api-app.ts';
import { ProblemError } from '../problem-error.ts';

/** Refuses bodies of another type than the route definition names, before they are parsed as something else. */
export function addBodyTypes(app: ApiApp): void {
  for (const route of Object.values(routes)) {
    const content = 'request' in route && 'body' in route.request ? route.request.body.content : null;
    const types = Object.keys(content ?? {});
    if (types.length === 0) continue;
    app.on(route.method.toUpperCase(), route.getRoutingPath(), async ({ req }, next) => {
      const [sent, ...parameters] = (req.header('content-type') ?? '').split(';').map((part) => part.trim().toLowerCase());
      // Without its boundary a multipart body cannot be taken apart.
      if (sent === undefined || !types.includes(sent) || (sent.startsWith('multipart/') && parameters.length === 0))
        throw new ProblemError('unsupported-media-type', `This route takes ${types.join(' or ')}.`);
      await next();
    });
  }
}
