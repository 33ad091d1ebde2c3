import type { TenantId } from '../accounts/index.ts';
import type { Marks } from '../matching/marks.ts';
import type { FoundNose } from '../matching/nose-region.ts';
import type { Box, Landmarks, PhotoTrace, Quality, Species, Template, UnitVector } from './photo-analysis.ts';
import type { PhotoView } from './photo-file.ts';

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
  /** What tells copies of the photo and photos of screens; null for photos stored before there was such a thing. */
  readonly trace: PhotoTrace | null;
  /** Absent: the face. */
  readonly view?: PhotoView;
}

/** A stored close-up of a pet's nose: compared by its marks, never as a face, and found by no search. */
export interface NoseCloseUp extends Omit<EnrolledPhoto, 'box' | 'landmarks' | 'headScore' | 'quality' | 'template' | 'view'> {
  readonly nose: FoundNose;
  /** Id of the model that found and judged the nose. */
  readonly foundBy: string;
}

/** What is stored of a pet: photos that show its face, and close-ups of its nose. */
export type PetPhoto = EnrolledPhoto | NoseCloseUp;

/** A stored photo that looks like a copy of another. */
export interface PhotoCopy {
  readonly photo: EnrolledPhoto;
  /** Bits of the perceptual hashes that differ, 0 to 64. */
  readonly distance: number;
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
  /** Only pets that a finder may be led to: their owners allow it, and they are neither archived nor merged into another. */
  readonly findable?: true;
}

export interface SearchResult {
  /** One hit per pet, best first. */
  readonly hits: readonly GalleryHit[];
  /** Pets that were compared: of the species, with templates of the model and pipeline, and findable where that was asked for. */
  readonly searched: number;
}

/**
 * Pets with photos and templates, of all tenants: for the service's own work. Requests get it as their tenants see it (`visibleTo`).
 * Implemented by packages/postgres; every write of one call is one transaction.
 */
export interface Gallery {
  /**
   * The gallery as these tenants see it: each call reads and searches the pets that they own or care for, changes those that they own,
   * and others do not exist for it. Searches leave archived pets out. What is added belongs to the first of them; without `visibleTo`,
   * to the tenant "local".
   */
  visibleTo(tenants: readonly TenantId[]): Gallery;
  /** The pet with all its photos, or nothing. */
  addPet(pet: Pet, photos: readonly PetPhoto[]): Promise<void>;
  /** All of them, or nothing. False when there is no such pet (any more). */
  addPhotos(petId: PetId, photos: readonly PetPhoto[]): Promise<boolean>;
  findPet(id: PetId): Promise<{ pet: Pet; photos: readonly EnrolledPhoto[] } | null>;
  /** Close-ups of the pet's nose, by id. Other answers have them only where they say so, beside counts, `removePet` and `blobKeys`. */
  noseCloseUps(petId: PetId): Promise<readonly NoseCloseUp[]>;
  /** What pets are called, of as many as there are. */
  namesOf(ids: readonly PetId[]): Promise<ReadonlyMap<PetId, string>>;
  /** By name (code points), then id; without those that were merged into another. */
  listPets(page: { limit: number; after?: PetCursor }): Promise<readonly ListedPet[]>;
  /** Removes rows; returns the blob keys that nothing refers to any more. Null when there was no such pet. */
  removePet(id: PetId): Promise<readonly string[] | null>;
  /** Hands photos, close-ups too, and their templates over to another pet of the species; those that are gone by now are left out. */
  movePhotos(photos: readonly PhotoId[], to: PetId): Promise<void>;
  /** Close-ups too, by id. */
  findPhotosBySha256(sha256: string): Promise<readonly PetPhoto[]>;
  /** Photos whose perceptual hash, made by the same method, differs in at most `most` of its 64 bits; the nearest first, then by id. */
  findPhotoCopies(trace: PhotoTrace, most: number): Promise<readonly PhotoCopy[]>;
  findPhoto(id: PhotoId): Promise<EnrolledPhoto | null>;
  /** Exact search: the similarity of templates.ts with every pet of the species that has templates of this model and pipeline. */
  search(query: SearchQuery): Promise<SearchResult>;
  /** Photos whose template was made by another model or pipeline, by id: the work list of re-embedding. `after`: last id of the page before. */
  photosNotMadeBy(maker: TemplateMaker, page: { limit: number; after?: PhotoId }): Promise<readonly EnrolledPhoto[]>;
  countPhotosNotMadeBy(maker: TemplateMaker): Promise<number>;
  /** Nothing happens when the photo was removed meanwhile. */
  replaceTemplate(photo: Pick<EnrolledPhoto, 'id' | 'box' | 'landmarks' | 'headScore' | 'quality' | 'template' | 'trace'>): Promise<void>;
  /** What `keepMarks` kept of these photos, as far as it was found by this network. */
  marksOf(photos: readonly PhotoId[], model: string): Promise<ReadonlyMap<PhotoId, Marks>>;
  /**
   * Keeps the marks of a photo's head, or of the nose in a close-up, in place of former ones, for whoever sees the photo. They go with the photo, and when its head is found
   * anew (`replaceTemplate`). Nothing happens when the photo was removed meanwhile.
   */
  keepMarks(photo: PhotoId, marks: Marks): Promise<void>;
  /** All blob keys referred to: what the photo store holds beyond these is left over from a crash. */
  blobKeys(): Promise<ReadonlySet<string>>;
}
