import {
  type Box,
  type EnrolledPhoto,
  type Pet,
  type PetId,
  type PhotoId,
  type PhotoTrace,
  poolingShares,
  QUALITY_REASONS,
  type Species,
  type Template,
  toUnitVector,
} from '@snout/core/recognition';
import type { Insertable, Selectable } from 'kysely';
import type { Schema } from './schema.ts';

/** A photo row joined with its template's. */
export type PhotoRow = Selectable<Schema['photos']> & Pick<Selectable<Schema['templates']>, 'model' | 'pipeline' | 'vector'>;

export function toPet(row: Pick<Selectable<Schema['pets']>, 'id' | 'name' | 'species' | 'enrolled_at'>): Pet {
  return { id: row.id as PetId, name: row.name, species: row.species, enrolledAt: row.enrolled_at.toISOString() };
}

export function toPhoto(row: PhotoRow): EnrolledPhoto {
  return {
    id: row.id as PhotoId,
    petId: row.pet_id as PetId,
    sha256: row.sha256,
    blobKey: row.blob_key,
    width: row.width,
    height: row.height,
    takenAt: row.taken_at,
    box: toBox(row.box),
    landmarks: row.landmarks,
    headScore: row.head_score,
    quality: {
      score: row.quality_score,
      reasons: QUALITY_REASONS.filter((reason) => row.quality_reasons.includes(reason)).sort(
        (a, b) => row.quality_reasons.indexOf(a) - row.quality_reasons.indexOf(b),
      ),
      model: row.quality_model,
    },
    template: toTemplate(row),
    trace: toTrace(row),
  };
}

function toTrace({ trace_method: method, trace_hash: bits, trace_screen: screen }: PhotoRow): PhotoTrace | null {
  if (method === null || bits === null || screen === null) return null;
  return { method, hash: BigInt(`0b${bits}`).toString(16).padStart(16, '0'), screen };
}

/** A hash as PostgreSQL writes bit(64). */
export function toBits(hash: string): string {
  return BigInt(`0x${hash}`).toString(2).padStart(64, '0');
}

export function toPhotoRow(photo: EnrolledPhoto, tenant: string): Insertable<Schema['photos']> {
  return {
    id: photo.id,
    pet_id: photo.petId,
    tenant_id: tenant,
    sha256: photo.sha256,
    blob_key: photo.blobKey,
    width: photo.width,
    height: photo.height,
    taken_at: photo.takenAt,
    view: photo.view ?? 'face',
    ...toHeadColumns(photo),
  };
}

/** The columns that re-embedding renews. */
export function toHeadColumns(photo: Pick<EnrolledPhoto, 'box' | 'landmarks' | 'headScore' | 'quality' | 'trace'>) {
  return {
    box: [...photo.box],
    landmarks: JSON.stringify(photo.landmarks),
    head_score: photo.headScore,
    quality_score: photo.quality.score,
    quality_reasons: [...photo.quality.reasons],
    quality_model: photo.quality.model,
    trace_method: photo.trace?.method ?? null,
    trace_hash: photo.trace ? toBits(photo.trace.hash) : null,
    trace_screen: photo.trace?.screen ?? null,
  };
}

export function toTemplateRow(
  photo: Pick<EnrolledPhoto, 'id' | 'petId' | 'template'>,
  fields: { readonly tenant: string; readonly species: Species; readonly poolingShare: number },
): Insertable<Schema['templates']> {
  return {
    photo_id: photo.id,
    pet_id: photo.petId,
    tenant_id: fields.tenant,
    species: fields.species,
    pooling_share: fields.poolingShare,
    ...toTemplateColumns(photo.template),
  };
}

export function toTemplateColumns(template: Template) {
  return { model: template.model, pipeline: template.pipeline, vector: toVectorText(template.vector) };
}

export function toTemplate(row: Pick<Selectable<Schema['templates']>, 'model' | 'pipeline' | 'vector'>): Template {
  const values: unknown = JSON.parse(row.vector);
  if (!Array.isArray(values)) throw new TypeError('A vector is a list of numbers.');
  return { vector: toUnitVector(values.map(Number)), model: row.model, pipeline: row.pipeline };
}

/** pgvector's text form. Each number is written so that the same 32-bit number is read back. */
export function toVectorText(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}

/** A photo as far as pooling goes. */
export interface PooledPhoto {
  readonly id: string;
  readonly template: Template;
  /** 0 to 100. */
  readonly quality: number;
}

/** The pooling share of each photo of one pet, by id, counted among the templates of the same maker. */
export function sharesOf(photos: readonly PooledPhoto[]): ReadonlyMap<string, number> {
  const makers = Map.groupBy(photos, ({ template }) => JSON.stringify([template.model, template.pipeline]));
  const shares = new Map<string, number>();
  for (const group of makers.values()) {
    const share = poolingShares(group);
    group.forEach((photo, index) => {
      shares.set(photo.id, share[index] ?? 0);
    });
  }
  return shares;
}

function toBox(values: readonly number[]): Box {
  const [x0, y0, x1, y1] = values;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) throw new TypeError('A box has four numbers.');
  return [x0, y0, x1, y1];
}
