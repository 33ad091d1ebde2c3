import { NOSE_REASONS } from '@snout/core/matching';
import {
  type Box,
  type EnrolledPhoto,
  type NoseCloseUp,
  type Pet,
  type PetId,
  type PetPhoto,
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
    ...toFacts(row),
    box: toBox(row.box),
    landmarks: row.landmarks,
    headScore: row.head_score,
    quality: { score: row.quality_score, reasons: inOrder(QUALITY_REASONS, row.quality_reasons), model: row.quality_model },
    template: toTemplate(row),
  };
}

/** Null: the photo is none of a nose. */
export function toCloseUp(row: Selectable<Schema['photos']>): NoseCloseUp | null {
  if (row.nose === null) return null;
  const quality = { score: row.quality_score, reasons: inOrder(NOSE_REASONS, row.quality_reasons) };
  const nose = { ...row.nose, leather: toBox(row.box), presence: row.head_score, quality };
  return { ...toFacts(row), nose, foundBy: row.quality_model };
}

function toFacts(row: Selectable<Schema['photos']>) {
  return {
    id: row.id as PhotoId,
    petId: row.pet_id as PetId,
    sha256: row.sha256,
    blobKey: row.blob_key,
    width: row.width,
    height: row.height,
    takenAt: row.taken_at,
    trace: toTrace(row),
  };
}

function inOrder<Reason extends string>(known: readonly Reason[], told: readonly string[]): readonly Reason[] {
  return known.filter((reason) => told.includes(reason)).sort((a, b) => told.indexOf(a) - told.indexOf(b));
}

function toTrace({ trace_method: method, trace_hash: bits, trace_screen: screen }: Selectable<Schema['photos']>): PhotoTrace | null {
  if (method === null || bits === null || screen === null) return null;
  return { method, hash: BigInt(`0b${bits}`).toString(16).padStart(16, '0'), screen };
}

/** A hash as PostgreSQL writes bit(64). */
export function toBits(hash: string): string {
  return BigInt(`0x${hash}`).toString(2).padStart(64, '0');
}

export function toPhotoRow(photo: EnrolledPhoto, tenant: string): Insertable<Schema['photos']> {
  return { ...toFactColumns(photo, tenant), view: photo.view ?? 'face', ...toHeadColumns(photo) };
}

export function toCloseUpRow(photo: NoseCloseUp, tenant: string): Insertable<Schema['photos']> {
  const { leather, presence, quality, nostrils, tilt } = photo.nose;
  const landmarks = { leftEye: null, rightEye: null, nose: null };
  return {
    ...toFactColumns(photo, tenant),
    view: 'nose',
    nose: JSON.stringify({ nostrils, tilt }),
    ...toHeadColumns({
      box: leather,
      landmarks,
      headScore: presence,
      quality: { ...quality, model: photo.foundBy },
      trace: photo.trace,
    }),
  };
}

function toFactColumns(photo: PetPhoto, tenant: string) {
  return {
    id: photo.id,
    pet_id: photo.petId,
    tenant_id: tenant,
    sha256: photo.sha256,
    blob_key: photo.blobKey,
    width: photo.width,
    height: photo.height,
    taken_at: photo.takenAt,
  };
}

/** What is said of a head, or of a nose in place of it. */
type HeadFacts = Pick<EnrolledPhoto, 'box' | 'landmarks' | 'headScore' | 'trace'> & {
  readonly quality: { readonly score: number; readonly reasons: readonly string[]; readonly model: string };
};

/** The columns that re-embedding renews. */
export function toHeadColumns(photo: HeadFacts) {
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
