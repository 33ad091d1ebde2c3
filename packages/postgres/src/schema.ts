import type { FoundNose } from '@snout/core/matching';
import type { Landmarks, Species } from '@snout/core/recognition';
import type { ColumnType, Generated } from 'kysely';
import type { AccountTables } from './account-tables.ts';
import type { AuditTables } from './audit-tables.ts';
import type { ErasureTables } from './erasure/erasure-tables.ts';
import type { IdempotencyTables } from './idempotency-tables.ts';
import type { ImportTables } from './import-tables.ts';
import type { InsuranceTables } from './insurance-tables.ts';
import type { NotificationTables } from './notification-tables.ts';
import type { PaymentTables } from './payment-tables.ts';
import type { PetTables } from './pet-tables.ts';
import type { SharingTables } from './sharing-tables.ts';
import type { WebhookTables } from './webhook-tables.ts';

/** The tables as the migrations leave them. */
export interface Schema
  extends AccountTables,
    AuditTables,
    ErasureTables,
    IdempotencyTables,
    ImportTables,
    InsuranceTables,
    NotificationTables,
    PaymentTables,
    PetTables,
    SharingTables,
    WebhookTables {
  pets: PetsTable;
  photos: PhotosTable;
  templates: TemplatesTable;
  photo_marks: PhotoMarksTable;
}

interface PetsTable {
  id: string;
  tenant_id: string;
  name: string;
  species: Species;
  enrolled_at: ColumnType<Date, string, never>;
  /** Null: as usual for the kind of the tenant. */
  findable: ColumnType<boolean | null, never, boolean | null>;
}

interface PhotosTable {
  id: string;
  pet_id: string;
  /** The pet's; follows it. */
  tenant_id: string;
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
  added_at: Generated<Date>;
  view: Generated<'face' | 'nose' | 'body'>;
  trace_method: string | null;
  /** 64 bits as text of 0 and 1. */
  trace_hash: string | null;
  trace_screen: number | null;
  /** Null: a photo of a face. Written as JSON text. */
  nose: ColumnType<Pick<FoundNose, 'nostrils' | 'tilt'> | null, string | undefined, never>;
}

/** Of migration 0088. */
interface PhotoMarksTable {
  photo_id: string;
  model: string;
  /** What core's packMarks wrote. */
  marks: Uint8Array;
}

interface TemplatesTable {
  photo_id: string;
  pet_id: string;
  /** The pet's; follows it. */
  tenant_id: string;
  species: Species;
  model: string;
  pipeline: string;
  pooling_share: number;
  /** pgvector's text form: "[1,2,3]". */
  vector: string;
}
