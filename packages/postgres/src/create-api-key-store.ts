import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ApiKey, ApiKeyStore, TenantId } from '@snout/core/accounts';
import { type Selectable, sql } from 'kysely';
import type { Executor } from './database.ts';
import type { Schema } from './schema.ts';

/** Tells the key from other secrets, for people and for programs that look for leaked ones. */
const KEY_START = 'snout_';
/** 256 bits: a plain hash is safe, since nothing that long is guessed. */
const KEY_BYTES = 32;
const SHOWN = KEY_START.length + 6;

export function createApiKeyStore(db: Executor): ApiKeyStore {
  return {
    async add({ tenant, name, scopes, expiresAt, createdBy, made }) {
      const secret = `${KEY_START}${made?.secret ?? randomBytes(KEY_BYTES).toString('base64url')}`;
      const first = made && (await db.selectFrom('api_keys').selectAll().where('id', '=', made.id).executeTakeFirst());
      if (first?.tenant_id === tenant) return { key: toApiKey(first), secret, isNew: false };
      const row = await db
        .insertInto('api_keys')
        .values({
          id: made?.id ?? randomUUID(),
          tenant_id: tenant,
          name,
          prefix: secret.slice(0, SHOWN),
          sha256: hash(secret),
          scopes: [...scopes],
          created_by: createdBy,
          created_at: new Date().toISOString(),
          expires_at: expiresAt,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return { key: toApiKey(row), secret, isNew: true };
    },
    async findActor(secret) {
      if (!secret.startsWith(KEY_START)) return null;
      const row = await db
        .selectFrom('api_keys')
        .select(['id', 'tenant_id', 'scopes', 'last_used_at'])
        .where('sha256', '=', hash(secret))
        .where('revoked_at', 'is', null)
        .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', sql<Date>`now()`)]))
        .executeTakeFirst();
      if (row === undefined) return null;
      await noteUse(db, row.id);
      return { kind: 'api-key', id: row.id, tenant: row.tenant_id as TenantId, scopes: row.scopes };
    },
    async list(tenant) {
      const rows = await db
        .selectFrom('api_keys')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .where('revoked_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toApiKey);
    },
    async revoke(tenant, id) {
      const { numUpdatedRows } = await db
        .updateTable('api_keys')
        .set({ revoked_at: new Date().toISOString() })
        .where('id', '=', id)
        .where('tenant_id', '=', tenant)
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
  };
}

/** At most once an hour, so that reading does not write each time. */
async function noteUse(db: Executor, id: string): Promise<void> {
  await sql`
    update api_keys set last_used_at = date_trunc('hour', now())
    where id = ${id} and (last_used_at is null or last_used_at < date_trunc('hour', now()))
  `.execute(db);
}

function toApiKey(row: Selectable<Schema['api_keys']>): ApiKey {
  return {
    id: row.id,
    tenant: row.tenant_id as TenantId,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
