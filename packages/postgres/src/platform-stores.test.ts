import type { TenantId } from '@snout/core/accounts';
import { READY_PRODUCTS } from '@snout/core/insurance';
import { toCalendarDay } from '@snout/core/pets';
import {
  describeAuditLog,
  describeIdempotentRequests,
  describeImportStore,
  describeNotificationStores,
  describeProductStore,
  describeRateLimits,
  describeWebhookStore,
  INSURANCE_TENANTS,
  NOTIFIED_PEOPLE,
  PLATFORM_TENANTS,
} from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuditLog } from './create-audit-log.ts';
import { createIdempotentRequests } from './create-idempotent-requests.ts';
import { createImportStore } from './create-import-store.ts';
import { createMailPreferences } from './create-mail-preferences.ts';
import { createProductStore } from './create-product-store.ts';
import { createPushSubscriptions } from './create-push-subscriptions.ts';
import { createRateLimits } from './create-rate-limits.ts';
import { createServiceSecrets } from './create-service-secrets.ts';
import { createWebhookStore } from './create-webhook-store.ts';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { withinScope } from './tenant-scope.ts';
import { addPeople, addTenants, describeOnPostgres } from './testing/index.ts';

describe('embedded database', () => describeStores('embedded', openInMemory));
describeOnPostgres('PostgreSQL server', (url) => describeStores('on a server', () => openServer(url())));

function describeStores(name: string, open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  }, 300_000);
  afterAll(() => database.close());

  describeNotificationStores(name, async () => {
    await sql`truncate unwanted_mails, push_subscriptions`.execute(database.db);
    await addPeople(database, NOTIFIED_PEOPLE);
    return { preferences: createMailPreferences(database.db), subscriptions: createPushSubscriptions(database.db) };
  });

  describeWebhookStore(name, async () => {
    await sql`truncate webhook_endpoints cascade`.execute(database.db);
    await addTenants(database, PLATFORM_TENANTS);
    return createWebhookStore(database.db);
  });

  describeRateLimits(name, async (clock) => {
    await sql`truncate rate_windows`.execute(database.db);
    return createRateLimits(database.db, clock);
  });

  describeIdempotentRequests(name, async () => {
    await sql`truncate idempotent_requests`.execute(database.db);
    await addTenants(database, PLATFORM_TENANTS);
    return createIdempotentRequests(database.db);
  });

  describeImportStore(name, async () => {
    await sql`truncate imports cascade`.execute(database.db);
    await addTenants(database, PLATFORM_TENANTS);
    return createImportStore(database.db);
  });

  const [mutual, tail, shelter] = INSURANCE_TENANTS;
  const openProducts = async () => {
    await sql`truncate insurance_products cascade`.execute(database.db);
    await addTenants(database, [shelter]);
    await sql`
      insert into tenants (id, kind, name) values (${mutual}, 'insurer', 'Paw Mutual'), (${tail}, 'insurer', 'Tail Re') on conflict do nothing
    `.execute(database.db);
    return createProductStore(database.db);
  };

  describeProductStore(name, openProducts);

  it('never changes a published version, and shows it to its tenant alone, whatever is asked for', async () => {
    const store = await openProducts();
    const [terms, at] = [READY_PRODUCTS['gb-yearly'], new Date()];
    for (const tenant of [mutual, tail]) {
      await store.add({ id: `of ${tenant}`, tenant, createdAt: at, draft: { terms, savedAt: at } });
      await store.publish(tenant, `of ${tenant}`, { version: 1, effectiveFrom: toCalendarDay('2026-03-01'), terms, publishedAt: at });
    }
    const change = sql`update insurance_product_versions set effective_from = '2026-04-01'`;
    await expect(change.execute(database.db)).rejects.toThrow('never changed');
    await withinScope(database.db, [tail], async (own) => {
      expect(await own.selectFrom('insurance_products').select('id').execute()).toEqual([{ id: 'of tail-re' }]);
      expect(await own.selectFrom('insurance_product_versions').select('product_id').execute()).toEqual([{ product_id: 'of tail-re' }]);
    });
  });

  describeAuditLog(name, async () => {
    // Only the owner of the table can do this: switch its guard off.
    await sql`alter table audit_entries disable trigger all`.execute(database.db);
    await sql`truncate audit_entries`.execute(database.db);
    await sql`alter table audit_entries enable trigger all`.execute(database.db);
    return createAuditLog(database.db);
  });

  describe('the audit log', () => {
    it.each([
      ['changed', sql`update audit_entries set action = 'nothing'`],
      ['deleted', sql`delete from audit_entries`],
      ['emptied', sql`truncate audit_entries`],
    ])('cannot be %s', async (_how, statement) => {
      await expect(statement.execute(database.db)).rejects.toThrow('append-only');
    });

    it('has no entry of a change that did not happen', async () => {
      const entry = { at: new Date(), actor: { kind: 'service', id: null }, tenantId: null, action: 'undone', requestId: null } as const;
      const undone = database.db.transaction().execute(async (transaction) => {
        await createAuditLog(transaction).append({ ...entry, record: { kind: 'pet', id: 'x' }, before: null, after: null });
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await createAuditLog(database.db).list({ action: 'undone', limit: 1 })).toEqual([]);
    });
  });

  it('shows one tenant its own webhooks and entries only, whatever is asked for', async () => {
    const store = createWebhookStore(database.db);
    const log = createAuditLog(database.db);
    await addTenants(database, ['tenant-a', 'tenant-b']);
    for (const tenantId of ['tenant-a', 'tenant-b']) {
      const fields = { url: 'https://hooks.example', events: [], description: '', secrets: [], disabled: null, lastDeliveredAt: null };
      await store.addEndpoint({ ...fields, id: `hook of ${tenantId}`, tenantId, createdAt: new Date() });
      const record = { kind: 'pet', id: 'seen' };
      const actor = { kind: 'service', id: null } as const;
      await log.append({ at: new Date(), actor, tenantId, action: 'look', record, requestId: null, before: null, after: null });
    }
    await withinScope(database.db, ['tenant-b' as TenantId], async (own) => {
      expect(await own.selectFrom('webhook_endpoints').select('id').execute()).toEqual([{ id: 'hook of tenant-b' }]);
      const seen = own.selectFrom('audit_entries').select('tenant_id').where('record_id', '=', 'seen');
      expect(await seen.execute()).toEqual([{ tenant_id: 'tenant-b' }]);
      await own.updateTable('webhook_endpoints').set({ description: 'taken over' }).execute();
    });
    expect(await store.findEndpoint('tenant-a', 'hook of tenant-a')).toMatchObject({ description: '' });
  });

  it('gives every process the same secret', async () => {
    let made = 0;
    const ask = () => createServiceSecrets(database.db).getOrMake('test', () => `secret-${++made}`);
    const secrets = new Set(await Promise.all(Array.from({ length: 5 }, ask)));
    expect(secrets.size).toBe(1);
    expect(await ask()).toBe([...secrets][0]);
  });
}
