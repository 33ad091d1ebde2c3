import { z } from 'zod';

/** Of the layout of a backup file; raised when an older Snout could not read it. */
export const BACKUP_FORMAT = 1;

/** The last entry of a backup file: without it the file was cut off. */
export const manifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  /** Of Snout, which made it. */
  version: z.string(),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ table: z.string(), rows: z.number().int(), digest: z.string() })),
  photos: z.number().int(),
  /** Entries before the manifest, and the SHA-256 over the lines "PATH SHA256\n" of all of them. */
  entries: z.number().int(),
  sha256: z.string(),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Names of entries: "database/TABLE/NUMBER.json", "photos/KEY", and the manifest. */
export const MANIFEST_ENTRY = 'manifest.json';
export const DATABASE_FOLDER = 'database/';
export const PHOTO_FOLDER = 'photo-store/';
/** Tar's extended header in which each entry carries the SHA-256 of its content. */
export const SHA256_HEADER = 'SNOUT.sha256';
