import type { Landmarks, Species } from '@snout/core/recognition';
import type { ColumnType } from 'kysely';

/** The tables as the migrations leave them. */
export interface Schema {
  pets: PetsTable;
  photos: PhotosTable;
  templates: TemplatesTable;
}

interface PetsTable {
  id: string;
  name: string;
  species: Species;
  enrolled_at: ColumnType<Date, string, never>;
}

interface PhotosTable {
  id: string;
  pet_id: string;
  sha256: string;
  blob_key: string;
  width: number;
  height: number;
  taken_at: string | null;
  box: number[];
  /** Written as JSON text. */
  landmarks: ColumnType<Landmarks, string, string>;
  head_score: number;
  quality_score: number;
  quality_reasons: string[];
  quality_model: string;
}

interface TemplatesTable {
  photo_id: string;
  pet_id: string;
  species: Species;
  model: string;
  pipeline: string;
  pooling_share: number;
  /** pgvector's text form: "[1,2,3]". */
  vector: string;
}
