import type { Box, Landmarks, PhotoRejection, Quality, Species, Template, UnitVector } from './photo-analysis.ts';

declare const petId: unique symbol;
export type PetId = string & { readonly [petId]: true };
declare const photoId: unique symbol;
export type PhotoId = string & { readonly [photoId]: true };

export interface Pet {
  readonly id: PetId;
  readonly name: string;
  readonly species: Species;
  /** ISO 8601, UTC. */
  readonly enrolledAt: string;
}

/** A stored photo of one pet, with the head that shows that pet. */
export interface EnrolledPhoto {
  readonly id: PhotoId;
  readonly petId: PetId;
  /** SHA-256 of the original file, hex: finds the same file offered twice. */
  readonly sha256: string;
  /** Key in the photo store. */
  readonly blobKey: string;
  readonly width: number;
  readonly height: number;
  readonly takenAt: string | null;
  readonly box: Box;
  readonly landmarks: Landmarks;
  readonly headScore: number;
  readonly quality: Quality;
  readonly template: Template;
}

export interface GalleryHit {
  readonly pet: Pet;
  readonly photoId: PhotoId;
  /** Cosine similarity of the probe and this pet's best photo; -1 to 1. Internal: never shown to a person. */
  readonly similarity: number;
}

export interface SearchQuery {
  readonly vectors: readonly UnitVector[];
  readonly model: string;
  readonly pipeline: string;
  readonly species: Species;
  readonly limit: number;
}

/** Pets with photos and templates. Implemented by packages/postgres; every write of one call is one transaction. */
export interface Gallery {
  /** The pet with all its photos, or nothing. */
  addPet(pet: Pet, photos: readonly EnrolledPhoto[]): Promise<void>;
  addPhotos(petId: PetId, photos: readonly EnrolledPhoto[]): Promise<void>;
  findPet(id: PetId): Promise<{ pet: Pet; photos: readonly EnrolledPhoto[] } | null>;
  /** By name, then id; `after` is the last id of the page before. */
  listPets(page: { limit: number; after?: PetId }): Promise<readonly (Pet & { readonly photoCount: number })[]>;
  /** Removes rows; returns the blob keys that nothing refers to any more. Null when there was no such pet. */
  removePet(id: PetId): Promise<readonly string[] | null>;
  findPhotosBySha256(sha256: string): Promise<readonly EnrolledPhoto[]>;
  /**
   * Exact search. A pet's similarity is that of its pooled template (see templates.ts) or its best photo with the mean probe,
   * whichever is documented by the adapter's contract suite; one hit per pet, best first.
   */
  search(query: SearchQuery): Promise<readonly GalleryHit[]>;
  /** Photos whose template was made by another model or pipeline: the work list of re-embedding. */
  photosNotMadeBy(maker: { model: string; pipeline: string }, limit: number): Promise<readonly EnrolledPhoto[]>;
  replaceTemplate(photo: Pick<EnrolledPhoto, 'id' | 'box' | 'landmarks' | 'headScore' | 'quality' | 'template'>): Promise<void>;
  /** All blob keys referred to: what the photo store holds beyond these is left over from a crash. */
  blobKeys(): Promise<ReadonlySet<string>>;
}

export type { PhotoRejection };
