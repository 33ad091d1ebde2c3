import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';

/**
 * For whoever runs the service, outside the API. `/health`: the process answers; when it does not, restart it. `/ready`: new requests are
 * welcome; when not (the database is away, or the service is stopping), send them elsewhere and do not restart.
 */
export function addHealthRoutes(app: ApiApp, { isReady = async () => true }: Pick<AppDeps, 'isReady'>): void {
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get('/ready', async (context) =>
    (await isReady()) ? context.json({ status: 'ready' }) : context.json({ status: 'not-ready' }, 503),
  );
}
