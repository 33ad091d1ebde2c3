import { OpenAPIHono } from '@hono/zod-openapi';
import * as routes from '@snout/contract/routes';

/** docs/openapi.json, made from the route definitions of packages/contract. `server`: where the service is found. */
export function openapiDocument(server = 'http://127.0.0.1:4873'): string {
  const app = new OpenAPIHono();
  for (const route of inOrder()) app.openAPIRegistry.registerPath(route);
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Snout',
      version: '0.1.0',
      description: 'Recognises individual dogs and cats. Errors: see errors.md.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: server }],
  });
  for (const { requestBody } of Object.values(document.paths ?? {}).flatMap((path) => Object.values(path))) {
    // Whatever a definition had to leave out for Hono: a route that takes a body needs one (middleware/body-type.ts).
    if (requestBody) requestBody.required = true;
  }
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** By path, then method: the order of a module's names is not the same everywhere. */
function inOrder() {
  return Object.values(routes).sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}
