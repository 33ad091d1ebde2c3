import type { Box, Landmarks, Quality, Species, Template, UnitVector } from './photo-analysis.ts';

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

/** A pet in a list. */
export type ListedPet = Pet & { readonly photoCount: number };

/** Where a page of pets ended: its last pet. Stays good when that pet is removed. */
export type PetCursor = Pick<Pet, 'name' | 'id'>;

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
  /** The pet's photo most like the probe. */
  readonly photoId: PhotoId;
  /** Similarity of the probe and this pet by the rule of templates.ts; -1 to 1. Internal: never shown to a person. */
  readonly similarity: number;
}

/** What a comparable template was made by. */
export interface TemplateMaker {
  readonly model: string;
  readonly pipeline: string;
}

export interface SearchQuery {
  /** The probe: one pooled vector (see templates.ts). */
  readonly vector: UnitVector;
  readonly model: string;
  readonly pipeline: string;
  readonly species: Species;
  readonly limit: number;
}

export interface SearchResult {
  /** One hit per pet, best first. */
  readonly hits: readonly GalleryHit[];
  /** Pets that were compared: of the species, with templates of the model and pipeline. */
  readonly searched: number;
}

/** Pets with photos and templates. Implemented by packages/postgres; every write of one call is one transaction. */
export interface Gallery {
  /** The pet with all its photos, or nothing. */
  addPet(pet: Pet, photos: readonly EnrolledPhoto[]): Promise<void>;
  /** All of them, or nothing. False when there is no such pet (any more). */
  addPhotos(petId: PetId, photos: readonly EnrolledPhoto[]): Promise<boolean>;
  findPet(id: PetId): Promise<{ pet: Pet; photos: readonly EnrolledPhoto[] } | null>;
  /** By name (code points), then id. */
  listPets(page: { limit: number; after?: PetCursor }): Promise<readonly ListedPet[]>;
  /** Removes rows; returns the blob keys that nothing refers to any more. Null when there was no such pet. */
  removePet(id: PetId): Promise<readonly string[] | null>;
  findPhotosBySha256(sha256: string): Promise<readonly EnrolledPhoto[]>;
  findPhoto(id: PhotoId): Promise<EnrolledPhoto | null>;
  /** Exact search: the similarity of templates.ts with every pet of the species that has templates of this model and pipeline. */
  search(query: SearchQuery): Promise<SearchResult>;
  /** Photos whose template was made by another model or pipeline, by id: the work list of re-embedding. `after`: last id of the page before. */
  photosNotMadeBy(maker: TemplateMaker, page: { limit: number; after?: PhotoId }): Promise<readonly EnrolledPhoto[]>;
  countPhotosNotMadeBy(maker: TemplateMaker): Promise<number>;
  /** Nothing happens when the photo was removed meanwhile. */
  replaceTemplate(photo: Pick<EnrolledPhoto, 'id' | 'box' | 'landmarks' | 'headScore' | 'quality' | 'template'>): Promise<void>;
  /** All blob keys referred to: what the photo store holds beyond these is left over from a crash. */
  blobKeys(): Promise<ReadonlySet<string>>;
}
