import { LOCAL_TENANT, type TenantId } from '../accounts/index.ts';
import type { Marks } from '../matching/index.ts';
import {
  assertComparable,
  comparePet,
  type EnrolledPhoto,
  type Gallery,
  hashDistance,
  type ListedPet,
  type NoseCloseUp,
  type Pet,
  type PetId,
  type PetPhoto,
  type PhotoId,
  type SearchQuery,
  type SearchResult,
  type TemplateMaker,
} from '../recognition/index.ts';

/** What a gallery in memory holds. Carers, archived and findable pets are known to who keeps the records of pets. */
export interface InMemoryGalleryState {
  readonly pets: Map<PetId, Pet>;
  readonly photos: Map<PhotoId, EnrolledPhoto>;
  readonly noses: Map<PhotoId, NoseCloseUp>;
  readonly marks: Map<PhotoId, Marks>;
  readonly owners: Map<PetId, TenantId>;
  isCarer(id: PetId, tenant: TenantId): boolean;
  isArchived(id: PetId): boolean;
  isMerged(id: PetId): boolean;
  isFindable(id: PetId): boolean;
}

/** A gallery in maps: the reference that the contract suite was written against. */
export function createInMemoryGallery(state: InMemoryGalleryState = emptyState()): Gallery {
  return galleryOf(state, null);
}

function emptyState(): InMemoryGalleryState {
  const no = () => false;
  return {
    pets: new Map(),
    photos: new Map(),
    noses: new Map(),
    marks: new Map(),
    owners: new Map(),
    isCarer: no,
    isArchived: no,
    isMerged: no,
    isFindable: no,
  };
}

function galleryOf(state: InMemoryGalleryState, scope: readonly TenantId[] | null): Gallery {
  const { pets, photos, noses, marks, owners } = state;
  const isMine = (id: PetId) => pets.has(id) && (scope === null || scope.includes(owners.get(id) ?? LOCAL_TENANT));
  const isSeen = (id: PetId) => isMine(id) || (pets.has(id) && scope?.some((tenant) => state.isCarer(id, tenant)) === true);
  const myPets = () => [...pets.values()].filter(({ id }) => isSeen(id));
  const myPhotos = () => [...photos.values()].filter(({ petId }) => isSeen(petId)).sort(byId);
  const myNoses = () => [...noses.values()].filter(({ petId }) => isSeen(petId)).sort(byId);
  const add = (rows: readonly PetPhoto[]) => {
    for (const row of rows) {
      if ('nose' in row) noses.set(row.id, row);
      else photos.set(row.id, row);
    }
  };
  const isTaken = ({ id }: PetPhoto) => photos.has(id) || noses.has(id);
  const ofPet = (id: PetId) => myPhotos().filter((photo) => photo.petId === id);
  const notMadeBy = (maker: TemplateMaker) =>
    myPhotos().filter(({ template }) => template.model !== maker.model || template.pipeline !== maker.pipeline);

  return {
    visibleTo: (tenants) => galleryOf(state, tenants),
    async addPet(pet, rows) {
      if (pets.has(pet.id) || rows.some(isTaken)) throw new Error(`The id of pet ${pet.id} or of a photo is taken.`);
      const owner = scope === null ? LOCAL_TENANT : scope[0];
      if (owner === undefined) throw new Error('A pet belongs to a tenant.');
      pets.set(pet.id, pet);
      owners.set(pet.id, owner);
      add(rows);
    },
    async addPhotos(petId, rows) {
      if (!isMine(petId)) return false;
      if (rows.some(isTaken)) throw new Error('The id of a photo is taken.');
      add(rows);
      return true;
    },
    async findPet(id) {
      const pet = isSeen(id) ? pets.get(id) : undefined;
      return pet ? { pet, photos: ofPet(id) } : null;
    },
    async noseCloseUps(id) {
      return myNoses().filter(({ petId }) => petId === id);
    },
    async namesOf(ids) {
      return new Map(myPets().flatMap(({ id, name }) => (ids.includes(id) ? [[id, name]] : [])));
    },
    async listPets({ limit, after }) {
      return myPets()
        .filter(({ id }) => !state.isMerged(id))
        .map((pet): ListedPet => ({ ...pet, photoCount: [...ofPet(pet.id), ...myNoses().filter(({ petId }) => petId === pet.id)].length }))
        .sort(byNameThenId)
        .filter((pet) => after === undefined || byNameThenId(after, pet) < 0)
        .slice(0, limit);
    },
    async removePet(id) {
      if (!isMine(id)) return null;
      const removed = [...ofPet(id), ...myNoses().filter(({ petId }) => petId === id)];
      pets.delete(id);
      for (const photo of removed) {
        photos.delete(photo.id);
        noses.delete(photo.id);
        marks.delete(photo.id);
      }
      return removed.map((photo) => photo.blobKey);
    },
    async findPhotosBySha256(sha256) {
      return [...myPhotos(), ...myNoses()].filter((photo) => photo.sha256 === sha256).sort(byId);
    },
    async movePhotos(ids, to) {
      for (const id of ids) {
        const photo = photos.get(id);
        if (photo && isMine(photo.petId) && isMine(to)) photos.set(id, { ...photo, petId: to });
        const closeUp = noses.get(id);
        if (closeUp && isMine(closeUp.petId) && isMine(to)) noses.set(id, { ...closeUp, petId: to });
      }
    },
    async findPhotoCopies(trace, most) {
      return myPhotos()
        .flatMap((photo) => {
          const distance = photo.trace && hashDistance(photo.trace, trace);
          return distance !== null && distance <= most ? [{ photo, distance }] : [];
        })
        .sort((a, b) => a.distance - b.distance || byId(a.photo, b.photo));
    },
    async findPhoto(id) {
      return myPhotos().find((photo) => photo.id === id) ?? null;
    },
    async search(query) {
      const searched = myPets()
        .filter(({ id }) => scope === null || !state.isArchived(id))
        .filter(({ id }) => !query.findable || state.isFindable(id));
      return searchAll(query, searched, myPhotos());
    },
    async photosNotMadeBy(maker, { limit, after }) {
      return notMadeBy(maker)
        .filter((photo) => after === undefined || photo.id > after)
        .slice(0, limit);
    },
    async countPhotosNotMadeBy(maker) {
      return notMadeBy(maker).length;
    },
    async replaceTemplate(update) {
      const old = myPhotos().find((photo) => photo.id === update.id && isMine(photo.petId));
      if (!old) return;
      photos.set(update.id, { ...old, ...update });
      marks.delete(update.id);
    },
    async marksOf(ids, model) {
      const kept = [...myPhotos(), ...myNoses()].flatMap(({ id }): [PhotoId, Marks][] => {
        const own = marks.get(id);
        return own?.model === model && ids.includes(id) ? [[id, own]] : [];
      });
      return new Map(kept);
    },
    async keepMarks(id, own) {
      if ([...myPhotos(), ...myNoses()].some((photo) => photo.id === id)) marks.set(id, own);
    },
    async blobKeys() {
      return new Set([...myPhotos(), ...myNoses()].map((photo) => photo.blobKey));
    },
  };
}

function searchAll(query: SearchQuery, pets: readonly Pet[], photos: readonly EnrolledPhoto[]): SearchResult {
  const hits = pets
    .filter((pet) => pet.species === query.species)
    .flatMap((pet) => {
      const templates = photos
        .filter(({ petId, template }) => petId === pet.id && template.model === query.model && template.pipeline === query.pipeline)
        .map(({ id, template, quality }) => ({ id, template, quality: quality.score }));
      if (templates.length === 0) return [];
      for (const { template } of templates) assertComparable(query, template);
      const { similarity, mostAlike } = comparePet(query, templates);
      return [{ pet, photoId: mostAlike.id, similarity }];
    })
    .sort((a, b) => b.similarity - a.similarity || (a.pet.id < b.pet.id ? -1 : 1));
  return { hits: hits.slice(0, query.limit), searched: hits.length };
}

function byId(a: PetPhoto, b: PetPhoto): number {
  return compare(a.id, b.id);
}

function byNameThenId(a: Pick<Pet, 'name' | 'id'>, b: Pick<Pet, 'name' | 'id'>): number {
  return compare(a.name, b.name) || compare(a.id, b.id);
}

/** By code points, as a database in the C collation does. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
