import { LOCAL_TENANT } from '@snout/core/accounts';
import type {
  EnrolledPhoto,
  Gallery,
  ListedPet,
  NoseCloseUp,
  Pet,
  PetId,
  PetPhoto,
  PhotoCopy,
  PhotoId,
  PhotoTrace,
  Species,
  TemplateMaker,
} from '@snout/core/recognition';
import { type Selectable, sql, type Transaction } from 'kysely';
import { MOST_IN_BANDS, sharesABand } from './copy-bands.ts';
import { type Database, type Executor, inTransaction } from './database.ts';
import { keepMarks, marksOf } from './photo-marks.ts';
import {
  type PooledPhoto,
  sharesOf,
  toBits,
  toCloseUp,
  toCloseUpRow,
  toHeadColumns,
  toPet,
  toPhoto,
  toPhotoRow,
  toTemplate,
  toTemplateColumns,
  toTemplateRow,
} from './photo-rows.ts';
import type { Schema } from './schema.ts';
import { searchTemplates } from './search-templates.ts';
import { ownedBy, seenBy, type TenantScope, withinScope } from './tenant-scope.ts';

/** Rows per insert: PostgreSQL takes at most 65,535 parameters in a statement. */
const ROWS_AT_ONCE = 1000;

/**
 * Where a gallery is kept: an open `Database`, or, to be part of a transaction, `{ db: transaction, index: database.index }`.
 * Every gallery of one database takes its index along, so that the index hears of all changes. Without `approximate`, search is exact.
 */
export type GallerySource = Pick<Database, 'index'> & Partial<Pick<Database, 'approximate'>> & { readonly db: Executor };

/** Pets, photos and templates in PostgreSQL, embedded or on a server; of all tenants. */
export function createGallery(source: GallerySource): Gallery {
  return galleryOf(source, null);
}

function galleryOf(source: GallerySource, scope: TenantScope): Gallery {
  const { db, index, approximate } = source;
  const reading = <T>(work: (executor: Executor) => Promise<T>) => withinScope(db, scope, work);
  const changing = <T>(id: PetId, work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> =>
    inTransaction(db, (transaction) =>
      withinScope(transaction, scope, async () => {
        const result = await work(transaction);
        index?.petChanged(id);
        return result;
      }),
    );

  return {
    visibleTo: (tenants) => galleryOf(source, tenants),
    addPet: (pet, photos) =>
      changing(pet.id, async (transaction) => {
        const tenant = scope === null ? LOCAL_TENANT : scope[0];
        if (tenant === undefined) throw new Error('A pet belongs to a tenant.');
        await transaction
          .insertInto('pets')
          .values({ id: pet.id, tenant_id: tenant, name: pet.name, species: pet.species, enrolled_at: pet.enrolledAt })
          .execute();
        await insertPhotos(transaction, { ...pet, tenant }, photos);
      }),
    addPhotos: (petId, photos) =>
      changing(petId, async (transaction) => {
        const pet = await lockPet(transaction, petId, scope);
        if (pet === undefined) return false;
        await insertPhotos(transaction, pet, photos);
        return true;
      }),
    findPet: (id) => reading((executor) => findPet(executor, id, scope)),
    noseCloseUps: (petId) => reading((executor) => noseCloseUps(executor, petId, scope)),
    namesOf: (ids) => reading((executor) => namesOf(executor, ids, scope)),
    listPets: (page) => reading((executor) => listPets(executor, page, scope)),
    removePet: (id) =>
      changing(id, async (transaction) => {
        if ((await lockPet(transaction, id, scope)) === undefined) return null;
        const photos = await transaction.selectFrom('photos').select('blob_key').where('pet_id', '=', id).execute();
        await transaction.deleteFrom('pets').where('id', '=', id).execute();
        return photos.map((photo) => photo.blob_key);
      }),
    findPhotosBySha256: (sha256) => reading((executor) => findPhotosBySha256(executor, sha256, scope)),
    movePhotos: (ids, to) =>
      inTransaction(db, (transaction) =>
        withinScope(transaction, scope, async () => {
          for (const petId of await movePhotos(transaction, { ids, to }, scope)) index?.petChanged(petId);
        }),
      ),
    findPhotoCopies: (trace, most) => reading((executor) => findPhotoCopies(executor, { trace, most }, scope)),
    findPhoto: (id) =>
      reading(async (executor) => {
        const row = await photosWithTemplates(executor, scope).where('photos.id', '=', id).executeTakeFirst();
        return row ? toPhoto(row) : null;
      }),
    // What a transaction has not committed is not in the index: its own searches go to the database.
    search(query) {
      const scoped = { ...query, tenants: scope };
      if (index && !db.isTransaction) return index.search(scoped);
      return reading((executor) => (approximate ? approximate.search(executor, scoped) : searchTemplates(executor, scoped)));
    },
    photosNotMadeBy: (maker, { limit, after }) =>
      reading(async (executor) => {
        const rows = await photosWithTemplates(executor, scope)
          .where(notMadeBy(maker))
          .$if(after !== undefined, (query) => query.where('photos.id', '>', after ?? ''))
          .limit(limit)
          .execute();
        return rows.map(toPhoto);
      }),
    countPhotosNotMadeBy: (maker) => reading((executor) => countPhotosNotMadeBy(executor, maker, scope)),
    replaceTemplate: (photo) =>
      inTransaction(db, (transaction) =>
        withinScope(transaction, scope, async () => {
          const petId = await replaceTemplate(transaction, photo, scope);
          if (petId !== null) index?.petChanged(petId);
        }),
      ),
    marksOf: (ids, model) => reading((executor) => marksOf(executor, { ids, model }, scope)),
    keepMarks: (id, marks) => keepMarks(db, { id, marks }, scope),
    blobKeys: () =>
      reading(async (executor) => {
        const rows = await executor.selectFrom('photos').select('blob_key').where(ownedBy(scope, 'photos')).execute();
        return new Set(rows.map((row) => row.blob_key));
      }),
  };
}

async function findPhotosBySha256(executor: Executor, sha256: string, scope: TenantScope): Promise<readonly PetPhoto[]> {
  const photos = await photosWithTemplates(executor, scope).where('photos.sha256', '=', sha256).execute();
  const closeUps = await closeUpRows(executor, scope).where('sha256', '=', sha256).execute();
  return [...photos.map(toPhoto), ...toCloseUps(closeUps)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function noseCloseUps(executor: Executor, petId: PetId, scope: TenantScope): Promise<readonly NoseCloseUp[]> {
  return toCloseUps(await closeUpRows(executor, scope).where('pet_id', '=', petId).execute());
}

function closeUpRows(executor: Executor, scope: TenantScope) {
  return executor.selectFrom('photos').selectAll().where('nose', 'is not', null).where(seenBy(scope, 'photos')).orderBy('id');
}

function toCloseUps(rows: readonly Selectable<Schema['photos']>[]): readonly NoseCloseUp[] {
  return rows.map(toCloseUp).filter((closeUp) => closeUp !== null);
}

async function namesOf(executor: Executor, ids: readonly PetId[], scope: TenantScope): Promise<ReadonlyMap<PetId, string>> {
  const named = sql<boolean>`id = any (${[...ids]}::text[])`;
  const rows = await executor.selectFrom('pets').select(['id', 'name']).where(named).where(seenBy(scope, 'pets')).execute();
  return new Map(rows.map(({ id, name }) => [id as PetId, name]));
}

async function listPets(
  executor: Executor,
  { limit, after }: Parameters<Gallery['listPets']>[0],
  scope: TenantScope,
): Promise<readonly ListedPet[]> {
  const rows = await executor
    .selectFrom('pets')
    .selectAll()
    .select(sql<number>`(select count(*)::integer from photos where photos.pet_id = pets.id)`.as('photo_count'))
    .where(seenBy(scope, 'pets'))
    .where(sql<boolean>`not exists (select from pet_records where pet_id = pets.id and merged_into is not null)`)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(name, id) > (${after?.name}, ${after?.id})`))
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toPet(row), photoCount: row.photo_count }));
}

async function findPet(executor: Executor, id: PetId, scope: TenantScope): Promise<{ pet: Pet; photos: readonly EnrolledPhoto[] } | null> {
  const row = await executor.selectFrom('pets').selectAll().where('id', '=', id).where(seenBy(scope, 'pets')).executeTakeFirst();
  if (row === undefined) return null;
  const photos = await photosWithTemplates(executor, scope).where('photos.pet_id', '=', id).execute();
  return { pet: toPet(row), photos: photos.map(toPhoto) };
}

function photosWithTemplates(executor: Executor, scope: TenantScope) {
  return executor
    .selectFrom('photos')
    .innerJoin('templates', 'templates.photo_id', 'photos.id')
    .selectAll('photos')
    .select(['templates.model', 'templates.pipeline', 'templates.vector'])
    .where(seenBy(scope, 'photos'))
    .orderBy('photos.id');
}

async function countPhotosNotMadeBy(executor: Executor, maker: TemplateMaker, scope: TenantScope): Promise<number> {
  const { count } = await executor
    .selectFrom('templates')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where(notMadeBy(maker))
    .where(ownedBy(scope, 'templates'))
    .executeTakeFirstOrThrow();
  return count;
}

function notMadeBy(maker: TemplateMaker) {
  return sql<boolean>`(templates.model, templates.pipeline) <> (${maker.model}, ${maker.pipeline})`;
}

interface LockedPet {
  readonly id: PetId;
  readonly species: Species;
  readonly tenant: string;
}

/** Writers of one pet wait for each other: each must see the other's photos when it works out the pooling shares. */
function lockPet(transaction: Transaction<Schema>, id: PetId, scope: TenantScope): Promise<LockedPet | undefined> {
  return transaction
    .selectFrom('pets')
    .select(['species', 'tenant_id'])
    .where('id', '=', id)
    .where(ownedBy(scope, 'pets'))
    .forUpdate()
    .executeTakeFirst()
    .then((row) => row && { id, species: row.species, tenant: row.tenant_id });
}

async function insertPhotos(transaction: Transaction<Schema>, pet: LockedPet, all: readonly PetPhoto[]): Promise<void> {
  const noses = all.filter((photo) => 'nose' in photo);
  if (noses.length > 0) {
    const rows = noses.map((photo) => toCloseUpRow({ ...photo, petId: pet.id }, pet.tenant));
    await transaction.insertInto('photos').values(rows).execute();
  }
  const photos = all.filter((photo) => 'template' in photo);
  const fresh = photos.map(({ id, template, quality }) => ({ id, template, quality: quality.score }));
  const shares = await updateShares(transaction, pet.id, fresh);
  for (let start = 0; start < photos.length; start += ROWS_AT_ONCE) {
    const rows = photos.slice(start, start + ROWS_AT_ONCE).map((photo) => ({ ...photo, petId: pet.id }));
    await transaction
      .insertInto('photos')
      .values(rows.map((photo) => toPhotoRow(photo, pet.tenant)))
      .execute();
    const templates = rows.map((photo) => toTemplateRow(photo, { ...pet, poolingShare: shares.get(photo.id) ?? 0 }));
    await transaction.insertInto('templates').values(templates).execute();
  }
}

async function findPhotoCopies(
  executor: Executor,
  { trace, most }: { readonly trace: PhotoTrace; readonly most: number },
  scope: TenantScope,
): Promise<readonly PhotoCopy[]> {
  const distance = sql<number>`bit_count(trace_hash # ${toBits(trace.hash)}::bit(64))::integer`;
  const rows = await photosWithTemplates(executor, scope)
    .select(distance.as('distance'))
    .where('trace_method', '=', trace.method)
    .where(sql<boolean>`${distance} <= ${most}`)
    .$if(most <= MOST_IN_BANDS, (query) => query.where(sharesABand(toBits(trace.hash))))
    .clearOrderBy()
    .orderBy('distance')
    .orderBy('photos.id')
    .execute();
  return rows.map((row) => ({ photo: toPhoto(row), distance: row.distance }));
}

/** Pets are locked in the order of their ids, so that two movers never wait for each other in a circle. Gives the pets that changed. */
async function movePhotos(
  transaction: Transaction<Schema>,
  { ids, to }: { readonly ids: readonly PhotoId[]; readonly to: PetId },
  scope: TenantScope,
): Promise<readonly PetId[]> {
  if (ids.length === 0) return [];
  const from = await transaction.selectFrom('photos').select('pet_id').distinct().where('id', 'in', ids).execute();
  const locked: LockedPet[] = [];
  for (const id of [...new Set([to, ...from.map((row) => row.pet_id as PetId)])].sort()) {
    const pet = await lockPet(transaction, id, scope);
    if (pet) locked.push(pet);
  }
  const pets = locked.map(({ id }) => id);
  const target = locked.find(({ id }) => id === to);
  if (target === undefined) return [];
  const moved = { pet_id: to, tenant_id: target.tenant };
  await transaction.updateTable('photos').set(moved).where('id', 'in', ids).where('pet_id', 'in', pets).execute();
  await transaction.updateTable('templates').set(moved).where('photo_id', 'in', ids).where('pet_id', 'in', pets).execute();
  for (const id of pets) await updateShares(transaction, id, []);
  return pets;
}

/** Gives back whose photo it is; null when it is gone. */
async function replaceTemplate(
  transaction: Transaction<Schema>,
  photo: Parameters<Gallery['replaceTemplate']>[0],
  scope: TenantScope,
): Promise<PetId | null> {
  const row = await transaction.selectFrom('photos').select('pet_id').where('id', '=', photo.id).executeTakeFirst();
  const pet = row && (await lockPet(transaction, row.pet_id as PetId, scope));
  if (pet === undefined) return null;
  await transaction.updateTable('photos').set(toHeadColumns(photo)).where('id', '=', photo.id).execute();
  await transaction.updateTable('templates').set(toTemplateColumns(photo.template)).where('photo_id', '=', photo.id).execute();
  await transaction.deleteFrom('photo_marks').where('photo_id', '=', photo.id).execute();
  await updateShares(transaction, pet.id, []);
  return pet.id;
}

/** Counts the pooling shares of a pet's stored photos and those about to be stored, and writes those of the stored ones. */
async function updateShares(
  transaction: Transaction<Schema>,
  petId: PetId,
  fresh: readonly PooledPhoto[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .selectFrom('templates')
    .innerJoin('photos', 'photos.id', 'templates.photo_id')
    .select(['photo_id', 'model', 'pipeline', 'vector', 'pooling_share', 'quality_score'])
    .where('templates.pet_id', '=', petId)
    .execute();
  const shares = sharesOf([...rows.map((row) => ({ id: row.photo_id, template: toTemplate(row), quality: row.quality_score })), ...fresh]);
  for (const row of rows) {
    const share = shares.get(row.photo_id);
    if (share === undefined || share === row.pooling_share) continue;
    await transaction.updateTable('templates').set({ pooling_share: share }).where('photo_id', '=', row.photo_id).execute();
  }
  return shares;
}
