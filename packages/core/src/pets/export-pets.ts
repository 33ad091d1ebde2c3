import type { EnrolledPhoto, NoseCloseUp, PetCursor, PetId, PetPhoto } from '../recognition/index.ts';
import { accessOf } from './pet-access.ts';
import type { PetActor, PetRole } from './pet-record.ts';
import type { ListedRecord, PetStore, RecordPage } from './pet-store.port.ts';
import type { PetsDeps } from './pets-deps.ts';

type Deps = Pick<PetsDeps, 'petsUnitOfWork' | 'photos'>;

/** A file of an export; `name` with "/" between folders. */
export interface ExportedFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** A pet in the list at the end of an export. */
interface ExportedPet {
  readonly id: PetId;
  readonly name: string;
  readonly role: PetRole;
  readonly folder: string;
  readonly photos: number;
  /** Photos whose file is not in the store. */
  readonly missing: number;
}

/** Rows that are asked for at once. */
const PAGE = 100;

/**
 * Everything that the actor's tenants have of pets, a file at a time: of each pet that they own (archived and merged ones too) or care
 * for, `pets/ID/pet.json` and its photos as they were stored; at the end `pets.json`, the list. Only one photo is in memory at a time.
 * What is changed meanwhile is exported as it was before or after; what is erased meanwhile is left out.
 */
export async function* exportPets(deps: Deps, actor: PetActor): AsyncGenerator<ExportedFile> {
  const list: ExportedPet[] = [];
  for (const id of await petsOf(deps, actor)) {
    const found = await readPet(deps, actor, id);
    if (found === null) continue;
    const folder = `pets/${id}`;
    const missing: string[] = [];
    for (const photo of [...found.photos, ...found.noses]) {
      const content = await deps.photos.get(photo.blobKey);
      if (content === null) missing.push(photo.id);
      else yield { name: `${folder}/${fileOf(photo)}`, content };
    }
    const file = (photo: PetPhoto) => (missing.includes(photo.id) ? null : fileOf(photo));
    const photos = found.photos.map((photo) => ({ ...factsOf(photo), file: file(photo) }));
    const noses = found.noses.map((photo) => ({ ...closeUpFacts(photo), file: file(photo) }));
    yield { name: `${folder}/pet.json`, content: text({ ...found.facts, photos, noses }) };
    const { name } = found.facts.profile;
    list.push({ id, name, role: found.facts.role, folder, photos: photos.length + noses.length, missing: missing.length });
  }
  yield { name: 'pets.json', content: text({ pets: list }) };
}

/** Ids without repetition: own pets in the order of ids, then those cared for by name. */
async function petsOf({ petsUnitOfWork }: Deps, { tenants }: PetActor): Promise<ReadonlySet<PetId>> {
  const ids = new Set<PetId>();
  for (const tenant of tenants) {
    for (const id of await petsUnitOfWork.run(({ pets }) => pets.owned(tenant))) ids.add(id);
  }
  for (const archived of [false, true]) {
    let after: PetCursor | null = null;
    do {
      const page: RecordPage = { tenants, archived, limit: PAGE, ...(after ? { after } : {}) };
      const listed: readonly ListedRecord[] = await petsUnitOfWork.run(({ pets }) => pets.list(page));
      for (const { record } of listed) ids.add(record.id);
      const last = listed.length === PAGE ? listed.at(-1)?.record : undefined;
      after = last ? { name: last.profile.name, id: last.id } : null;
    } while (after !== null);
  }
  return ids;
}

/** Null: erased or given away meanwhile. */
function readPet({ petsUnitOfWork }: Deps, actor: PetActor, id: PetId) {
  return petsUnitOfWork.run(async ({ pets, gallery }) => {
    const pet = await pets.find(id);
    const own = pet && (await accessOf(pets, id, actor));
    if (!pet || !own) return null;
    const { profile, version, archivedAt, mergedInto, createdAt } = pet;
    const people = await pets.access(id);
    const history = await wholeHistory(pets, actor, id);
    const merges = (await pets.openMerges(id)).map(({ kept, merged, mergedAt }) => ({ kept, merged, mergedAt }));
    const facts = { id, role: own.role, version, createdAt, archivedAt, mergedInto, profile, people, merges, history };
    return { facts, photos: (await gallery.findPet(id))?.photos ?? [], noses: await gallery.noseCloseUps(id) };
  });
}

/** Newest first. As in the app, it says who did something of the actor's own people only. */
async function wholeHistory(pets: PetStore, { tenants }: PetActor, id: PetId) {
  const entries = [];
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const page = await pets.history(id, Number.isFinite(before) ? { limit: PAGE, before } : { limit: PAGE });
    for (const { at, kind, by, changes } of page) {
      entries.push({ at, kind, by: by && tenants.includes(by.tenant) ? by.user : null, changes });
    }
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return entries;
    before = last.seq;
  }
}

/** All that is kept of a photo but its place in the store. */
function factsOf({ blobKey: _place, petId: _known, template, ...facts }: EnrolledPhoto) {
  return { ...facts, template: { ...template, vector: Array.from(template.vector) } };
}

function closeUpFacts({ blobKey: _place, petId: _known, ...facts }: NoseCloseUp) {
  return facts;
}

function fileOf({ id, blobKey }: PetPhoto): string {
  return `photos/${id}${blobKey.slice(blobKey.lastIndexOf('.'))}`;
}

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
