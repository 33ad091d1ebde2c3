import { addApiKeyRoute, listApiKeysRoute, revokeApiKeyRoute } from '@snout/contract/routes';
import type { ApiKey } from '@snout/core/accounts';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { writeDown } from '../audited.ts';
import { ProblemError } from '../problem-error.ts';
import { personOf, tenantOf } from '../signed-in.ts';

export function addApiKeyRoutes(
  app: ApiApp,
  { apiKeys, accountsUnitOfWork: unit, clock }: Pick<AppDeps, 'apiKeys' | 'accountsUnitOfWork' | 'clock'>,
): void {
  app.openapi(listApiKeysRoute, async (context) => {
    const keys = await apiKeys.list(tenantOf(context));
    return context.json({ keys: keys.map(apiKeyDto) }, 200);
  });

  app.openapi(addApiKeyRoute, async (context) => {
    const tenant = tenantOf(context);
    const creation = context.get('creation');
    const asked = { ...context.req.valid('json'), tenant, createdBy: personOf(context).id, ...(creation ? { made: creation } : {}) };
    const { key, secret } = await unit.run(async (stores) => {
      const made = await stores.apiKeys.add(asked);
      // By an attempt before, which died before it could answer.
      if (!made.isNew) return made;
      const after = { scopes: made.key.scopes.join(', '), expiresAt: made.key.expiresAt };
      await writeDown(context, { ...stores, at: clock.now() }, { tenant, action: 'key-made', record: recordOf(made.key.id), after });
      return made;
    });
    context.header('cache-control', 'no-store');
    return context.json({ key: apiKeyDto(key), secret }, 201);
  });

  app.openapi(revokeApiKeyRoute, async (context) => {
    const { keyId } = context.req.valid('param');
    const tenant = tenantOf(context);
    await unit.run(async (stores) => {
      if (!(await stores.apiKeys.revoke(tenant, keyId))) throw new ProblemError('api-key-not-found');
      await writeDown(context, { ...stores, at: clock.now() }, { tenant, action: 'key-revoked', record: recordOf(keyId) });
    });
    return context.body(null, 204);
  });
}

function recordOf(id: string) {
  return { kind: 'api-key', id };
}

function apiKeyDto({ tenant: _tenant, ...key }: ApiKey) {
  return { ...key, scopes: [...key.scopes] };
}
