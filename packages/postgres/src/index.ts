export { createGallery, type GallerySource } from './create-gallery.ts';
export { type Database, DatabaseError, type DatabaseErrorCode, type Executor, inTransaction } from './database.ts';
export { openEmbedded, openInMemory } from './open-embedded.ts';
export { openServer } from './open-server.ts';
export type { Schema } from './schema.ts';
