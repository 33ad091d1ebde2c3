import { aboutRoute, healthRoute, openApiRoute } from '@snout/contract/routes';
import { openapiDocument } from '../../documents/openapi-document.ts';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';

export function addAboutRoutes(app: ApiApp, deps: AppDeps): void {
  app.openapi(healthRoute, async (context) => {
    await deps.gallery.listPets({ limit: 1 });
    return context.json({ status: 'ok' as const }, 200);
  });

  app.openapi(aboutRoute, (context) => context.json(deps.about, 200));

  let description: Record<string, unknown> | undefined;
  app.openapi(openApiRoute, (context) => {
    description ??= JSON.parse(openapiDocument(deps.publicUrl)) as Record<string, unknown>;
    return context.json(description, 200);
  });
}
