import type { TenantId } from '@snout/core/accounts';
import type { Erasure } from '@snout/core/erasure';
import type { PetId } from '@snout/core/recognition';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIdempotentRequests } from '../create-idempotent-requests.ts';
import { createMailPreferences } from '../create-mail-preferences.ts';
import { createPetStore } from '../create-pet-store.ts';
import { createPushSubscriptions } from '../create-push-subscriptions.ts';
import { createWebhookStore } from '../create-webhook-store.ts';
import type { Database } from '../database.ts';
import { openInMemory } from '../open-embedded.ts';
import { openServer } from '../open-server.ts';
import type { Schema } from '../schema.ts';
import { addPeople, addTenants, describeOnPostgres } from '../testing/index.ts';
import { createErasureStore } from './create-erasure-store.ts';

const ADA = 'ada' as TenantId;
const NOW = new Date('2026-03-01T10:00:00Z');
const ERASURE: Erasure = { id: 'e', tenant: ADA, kind: 'person', requestedBy: ADA, requestedAt: NOW };

/** What a request that was under way may still write of Ada. */
const WRITES: Readonly<Record<string, (db: Transaction<Schema>) => Promise<unknown>>> = {
  webhook: (db) =>
    createWebhookStore(db).addEndpoint({
      id: 'hook',
      tenantId: ADA,
      url: 'https://hooks.example',
      events: [],
      description: '',
      secrets: [],
      disabled: null,
      createdAt: NOW,
      lastDeliveredAt: null,
    }),
  'request with a key': (db) =>
    createIdempotentRequests(db).claim(
      { asker: 'person ada for ada', tenantId: ADA, keySha256: 'a', route: 'POST /pets', bodySha256: 'b' },
      { now: NOW, until: NOW, holder: 'h', creationId: 'c' },
    ),
  browser: (db) => createPushSubscriptions(db).add({ id: 'p', personId: ADA, endpoint: 'https://push.example', p256dh: '', auth: '' }),
  'choice of mails': (db) => createMailPreferences(db).set(ADA, 'photo-reminder', false),
  'line of the history of a pet': (db) =>
    createPetStore({ db, index: null }).appendHistory({
      petId: 'mia' as PetId,
      at: NOW.toISOString(),
      kind: 'changed',
      by: { kind: 'person', user: ADA, tenant: 'shelter' as TenantId },
      changes: [],
    }),
  'invitation to a pet': (db) =>
    createPetStore({ db, index: null }).addInvitation({
      id: 'i',
      petId: 'mia' as PetId,
      kind: 'carer',
      tokenSha256: 't',
      by: { kind: 'person', user: ADA, tenant: 'shelter' as TenantId },
      expiresAt: NOW.toISOString(),
      state: 'open',
    }),
};

describe('embedded', () => describeErasure(() => openInMemory()));
describeOnPostgres('on a server', (url) => describeErasure(() => openServer(url()), { together: true }));

function describeErasure(open: () => Promise<Database>, { together = false } = {}): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await addTenants(database, ['shelter']);
    await sql`insert into pets (id, tenant_id, name, species, enrolled_at) values ('mia', 'shelter', 'Mia', 'cat', now())`.execute(
      database.db,
    );
  }, 300_000);
  afterAll(() => database.close());
  // With the tenant of her own.
  beforeEach(() => addPeople(database, [ADA]));

  const inTransaction = <T>(work: (db: Transaction<Schema>) => Promise<T>) => database.db.transaction().execute(work);
  /** The last transaction of runErasure, as far as rows are concerned. */
  const eraseRows = async (db: Transaction<Schema>) => {
    const erasures = createErasureStore(db);
    await createPetStore({ db, index: null }).forgetTenant(ADA);
    await erasures.removeTenant(ERASURE);
    return erasures.countRowsLeft(ERASURE);
  };
  const left = () => inTransaction((db) => createErasureStore(db).countRowsLeft(ERASURE));

  describe.each(Object.keys(WRITES))('a %s', (what) => {
    const write = (db: Transaction<Schema>) => WRITES[what]?.(db) ?? Promise.reject(new Error(what));

    it('of somebody who was erased is not written', async () => {
      const before = await left();
      await inTransaction(write);
      // Else nothing that follows would be proved.
      expect(await left()).toBeGreaterThan(before);
      await inTransaction(eraseRows);
      await inTransaction(write).catch((error) => expect(error).toMatchObject({ code: '23503' }));
      expect(await left()).toBe(0);
    });

    if (!together) return;

    it('that is being written when the erasure ends is erased too', async () => {
      const begun = Promise.withResolvers<void>();
      const mayEnd = Promise.withResolvers<void>();
      const writing = inTransaction(async (db) => {
        await write(db);
        begun.resolve();
        await mayEnd.promise;
      });
      await begun.promise;
      const erasing = inTransaction(async (db) => {
        await createErasureStore(db).holdTenant(ERASURE);
        return eraseRows(db);
      });
      await waiting();
      mayEnd.resolve();
      await writing;
      expect(await erasing).toBe(0);
      expect(await left()).toBe(0);
    });

    it('that comes while the erasure ends is not written', async () => {
      const held = Promise.withResolvers<void>();
      const mayEnd = Promise.withResolvers<void>();
      const erasing = inTransaction(async (db) => {
        await createErasureStore(db).holdTenant(ERASURE);
        held.resolve();
        await mayEnd.promise;
        return eraseRows(db);
      });
      await held.promise;
      const writing = inTransaction(write).catch((error) => expect(error).toMatchObject({ code: '23503' }));
      await waiting();
      mayEnd.resolve();
      expect(await erasing).toBe(0);
      await writing;
      expect(await left()).toBe(0);
    });
  });

  /** Until one of the two transactions waits for the other. */
  async function waiting(): Promise<void> {
    for (;;) {
      const { rows } = await sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
      `.execute(database.db);
      if (rows.length > 0) return;
    }
  }
}
