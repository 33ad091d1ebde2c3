import {
  assertComparable,
  comparePet,
  type EnrolledPhoto,
  type Gallery,
  type ListedPet,
  type Pet,
  type PetId,
  type PhotoId,
  type SearchQuery,
  type SearchResult,
  type TemplateMaker,
} from '../recognition/index.ts';

/** A gallery in maps: the reference that the contract suite was written against. */
export function createInMemoryGallery(): Gallery {
  const pets = new Map<PetId, Pet>();
  const photos = new Map<PhotoId, EnrolledPhoto>();
  const ofPet = (id: PetId) => [...photos.values()].filter((photo) => photo.petId === id).sort(byId);
  const notMadeBy = (maker: TemplateMaker) =>
    [...photos.values()].filter(({ template }) => template.model !== maker.model || template.pipeline !== maker.pipeline).sort(byId);

  return {
    async addPet(pet, rows) {
      if (pets.has(pet.id) || rows.some((row) => photos.has(row.id))) throw new Error(`The id of pet ${pet.id} or of a photo is taken.`);
      pets.set(pet.id, pet);
      for (const row of rows) photos.set(row.id, row);
    },
    async addPhotos(petId, rows) {
      if (!pets.has(petId)) return false;
      if (rows.some((row) => photos.has(row.id))) throw new Error('The id of a photo is taken.');
      for (const row of rows) photos.set(row.id, row);
      return true;
    },
    async findPet(id) {
      const pet = pets.get(id);
      return pet ? { pet, photos: ofPet(id) } : null;
    },
    async listPets({ limit, after }) {
      return [...pets.values()]
        .map((pet): ListedPet => ({ ...pet, photoCount: ofPet(pet.id).length }))
        .sort(byNameThenId)
        .filter((pet) => after === undefined || byNameThenId(after, pet) < 0)
        .slice(0, limit);
    },
    async removePet(id) {
      if (!pets.delete(id)) return null;
      const removed = ofPet(id);
      for (const photo of removed) photos.delete(photo.id);
      return removed.map((photo) => photo.blobKey);
    },
    async findPhotosBySha256(sha256) {
      return [...photos.values()].filter((photo) => photo.sha256 === sha256).sort(byId);
    },
    async findPhoto(id) {
      return photos.get(id) ?? null;
    },
    async search(query) {
      return searchAll(query, [...pets.values()], [...photos.values()]);
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
      const old = photos.get(update.id);
      if (old) photos.set(update.id, { ...old, ...update });
    },
    async blobKeys() {
      return new Set([...photos.values()].map((photo) => photo.blobKey));
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

function byId(a: EnrolledPhoto, b: EnrolledPhoto): number {
  return compare(a.id, b.id);
}

function byNameThenId(a: Pick<Pet, 'name' | 'id'>, b: Pick<Pet, 'name' | 'id'>): number {
  return compare(a.name, b.name) || compare(a.id, b.id);
}

/** By code points, as a database in the C collation does. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
