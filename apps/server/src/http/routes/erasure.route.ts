import { eraseRoute, planErasureRoute } from '@snout/contract/routes';
import { BACKUPS_KEPT_DAYS, type Erasure, type ErasureUnitOfWork, planErasure, requestErasure } from '@snout/core/erasure';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { personOf, tenantOf } from '../signed-in.ts';

type ErasureRouteDeps = Pick<AppDeps, 'clock' | 'ids'> & { readonly erasure: ErasureUnitOfWork };

const DAY_MS = 24 * 3_600_000;

/** The end of everything that a person or an organisation has here. */
export function addErasureRoutes(app: ApiApp, { erasure: unit, clock, ids }: ErasureRouteDeps): void {
  app.openapi(planErasureRoute, async (context) => {
    const { orphanedOrganisations, ...plan } = await planErasure({ unit, clock }, personOf(context), tenantOf(context));
    return context.json({ ...plan, orphanedOrganisations: [...orphanedOrganisations], backupDays: BACKUPS_KEPT_DAYS }, 200);
  });

  app.openapi(eraseRoute, async (context) => {
    const request = { ...context.req.valid('json'), tenant: tenantOf(context), requestId: context.get('requestId') };
    const erasure = await requestErasure({ unit, clock, ids }, personOf(context), request);
    // Drafts of photos that wait for a network, too.
    if (erasure.kind === 'person') context.header('clear-site-data', '"cache", "storage"');
    return context.json(erasureDto(erasure), 202);
  });
}

function erasureDto({ id, requestedAt }: Erasure) {
  const backupsUntil = new Date(requestedAt.getTime() + BACKUPS_KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
  return { id, requestedAt: requestedAt.toISOString(), backupsUntil };
}
