import type { EnrolledPhoto, Gallery, Pet, PetId, Species, TemplateMaker } from '@snout/core/recognition';
import { sql, type Transaction } from 'kysely';
import { type Database, type Executor, inTransaction } from './database.ts';
import {
  type PooledPhoto,
  sharesOf,
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

/** Rows per insert: PostgreSQL takes at most 65,535 parameters in a statement. */
const ROWS_AT_ONCE = 1000;

/**
 * Where a gallery is kept: an open `Database`, or, to be part of a transaction, `{ db: transaction, index: database.index }`.
 * Every gallery of one database takes its index along, so that the index hears of all changes.
 */
export type GallerySource = Pick<Database, 'index'> & { readonly db: Executor };

/** Pets, photos and templates in PostgreSQL, embedded or on a server. */
export function createGallery({ db: executor, index }: GallerySource): Gallery {
  const changing = <T>(id: PetId, work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T> =>
    inTransaction(executor, async (transaction) => {
      const result = await work(transaction);
      index?.petChanged(id);
      return result;
    });

  return {
    addPet: (pet, photos) =>
      changing(pet.id, async (transaction) => {
        await transaction
          .insertInto('pets')
          .values({ id: pet.id, name: pet.name, species: pet.species, enrolled_at: pet.enrolledAt })
          .execute();
        await insertPhotos(transaction, pet, photos);
      }),
    addPhotos: (petId, photos) =>
      changing(petId, async (transaction) => {
        const pet = await lockPet(transaction, petId);
        if (pet === undefined) return false;
        await insertPhotos(transaction, pet, photos);
        return true;
      }),
    findPet: (id) => findPet(executor, id),
    async listPets({ limit, after }) {
      const rows = await executor
        .selectFrom('pets')
        .selectAll()
        .select(sql<number>`(select count(*)::integer from photos where photos.pet_id = pets.id)`.as('photo_count'))
        .$if(after !== undefined, (query) => query.where(sql<boolean>`(name, id) > (${after?.name}, ${after?.id})`))
        .orderBy('name')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...toPet(row), photoCount: row.photo_count }));
    },
    removePet: (id) =>
      changing(id, async (transaction) => {
        if ((await lockPet(transaction, id)) === undefined) return null;
        const photos = await transaction.selectFrom('photos').select('blob_key').where('pet_id', '=', id).execute();
        await transaction.deleteFrom('pets').where('id', '=', id).execute();
        return photos.map((photo) => photo.blob_key);
      }),
    async findPhotosBySha256(sha256) {
      return (await photosWithTemplates(executor).where('photos.sha256', '=', sha256).execute()).map(toPhoto);
    },
    async findPhoto(id) {
      const row = await photosWithTemplates(executor).where('photos.id', '=', id).executeTakeFirst();
      return row ? toPhoto(row) : null;
    },
    // What a transaction has not committed is not in the index: its own searches go to the database.
    search: (query) => (index && !executor.isTransaction ? index.search(query) : searchTemplates(executor, query)),
    async photosNotMadeBy(maker, { limit, after }) {
      const rows = await photosWithTemplates(executor)
        .where(notMadeBy(maker))
        .$if(after !== undefined, (query) => query.where('photos.id', '>', after ?? ''))
        .limit(limit)
        .execute();
      return rows.map(toPhoto);
    },
    async countPhotosNotMadeBy(maker) {
      const { count } = await executor
        .selectFrom('templates')
        .select(sql<number>`count(*)::integer`.as('count'))
        .where(notMadeBy(maker))
        .executeTakeFirstOrThrow();
      return count;
    },
    replaceTemplate: (photo) =>
      inTransaction(executor, async (transaction) => {
        const petId = await replaceTemplate(transaction, photo);
        if (petId !== null) index?.petChanged(petId);
      }),
    async blobKeys() {
      return new Set((await executor.selectFrom('photos').select('blob_key').execute()).map((row) => row.blob_key));
    },
  };
}

async function findPet(executor: Executor, id: PetId): Promise<{ pet: Pet; photos: readonly EnrolledPhoto[] } | null> {
  const row = await executor.selectFrom('pets').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const photos = await photosWithTemplates(executor).where('photos.pet_id', '=', id).execute();
  return { pet: toPet(row), photos: photos.map(toPhoto) };
}

function photosWithTemplates(executor: Executor) {
  return executor
    .selectFrom('photos')
    .innerJoin('templates', 'templates.photo_id', 'photos.id')
    .selectAll('photos')
    .select(['templates.model', 'templates.pipeline', 'templates.vector'])
    .orderBy('photos.id');
}

function notMadeBy(maker: TemplateMaker) {
  return sql<boolean>`(templates.model, templates.pipeline) <> (${maker.model}, ${maker.pipeline})`;
}

/** Writers of one pet wait for each other: each must see the other's photos when it works out the pooling shares. */
function lockPet(transaction: Transaction<Schema>, id: PetId): Promise<{ id: PetId; species: Species } | undefined> {
  return transaction
    .selectFrom('pets')
    .select('species')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
    .then((row) => row && { id, species: row.species });
}

async function insertPhotos(
  transaction: Transaction<Schema>,
  pet: { readonly id: PetId; readonly species: Species },
  photos: readonly EnrolledPhoto[],
): Promise<void> {
  const fresh = photos.map(({ id, template, quality }) => ({ id, template, quality: quality.score }));
  const shares = await updateShares(transaction, pet.id, fresh);
  for (let start = 0; start < photos.length; start += ROWS_AT_ONCE) {
    const rows = photos.slice(start, start + ROWS_AT_ONCE).map((photo) => ({ ...photo, petId: pet.id }));
    await transaction.insertInto('photos').values(rows.map(toPhotoRow)).execute();
    const templates = rows.map((photo) => toTemplateRow(photo, { species: pet.species, poolingShare: shares.get(photo.id) ?? 0 }));
    await transaction.insertInto('templates').values(templates).execute();
  }
}

/** Gives back whose photo it is; null when it is gone. */
async function replaceTemplate(transaction: Transaction<Schema>, photo: Parameters<Gallery['replaceTemplate']>[0]): Promise<PetId | null> {
  const row = await transaction.selectFrom('photos').select('pet_id').where('id', '=', photo.id).executeTakeFirst();
  const pet = row && (await lockPet(transaction, row.pet_id as PetId));
  if (pet === undefined) return null;
  await transaction.updateTable('photos').set(toHeadColumns(photo)).where('id', '=', photo.id).execute();
  await transaction.updateTable('templates').set(toTemplateColumns(photo.template)).where('photo_id', '=', photo.id).execute();
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
