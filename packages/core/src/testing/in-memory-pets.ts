import { LOCAL_TENANT, type TenantId } from '../accounts/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { FoundTicket } from '../lost-and-found/index.ts';
import type { Mail } from '../notifications/index.ts';
import {
  emptyProfile,
  type HistoryEntry,
  type Invitation,
  type ListedRecord,
  type PetMerge,
  type PetRecord,
  type PetShare,
  type PetStore,
  type PetsDeps,
  type PetsTransaction,
  type PetsUnitOfWork,
} from '../pets/index.ts';
import type { Pet, PetId } from '../recognition/index.ts';
import type { PublishedEvent } from '../webhooks/index.ts';
import { createInMemoryAuditLog } from './in-memory-audit-log.ts';
import { createInMemoryFoundPets } from './in-memory-found-pets.ts';
import { createInMemoryGallery, type InMemoryGalleryState } from './in-memory-gallery.ts';
import { createInMemoryPeople } from './in-memory-people.ts';
import { createInMemoryShares } from './in-memory-shares.ts';

interface State extends InMemoryGalleryState {
  readonly records: Map<PetId, PetRecord>;
  /** By pet, then tenant: since when it cares for the pet. The owner is in the record. */
  readonly carers: Map<PetId, Map<TenantId, string>>;
  readonly history: Map<number, HistoryEntry>;
  readonly invitations: Map<string, Invitation>;
  readonly merges: Map<string, PetMerge>;
  readonly shares: Map<PetId, PetShare>;
  readonly findable: Map<PetId, boolean>;
  readonly tickets: Map<string, FoundTicket>;
  readonly messages: Map<PetId, readonly Date[]>;
  readonly mails: Map<number, Mail>;
}

/** Gallery and pet store in maps: the reference that the contract suites were written against. Units of work run one after the other. */
export function createInMemoryPets(): Pick<PetsDeps, 'gallery' | 'petsUnitOfWork'> & {
  readonly audit: AuditLog;
  readonly events: readonly PublishedEvent[];
  /** In the order in which they were enqueued. */
  mails(): readonly Mail[];
} {
  const state: State = {
    pets: new Map(),
    photos: new Map(),
    noses: new Map(),
    marks: new Map(),
    owners: new Map(),
    records: new Map(),
    carers: new Map(),
    history: new Map(),
    invitations: new Map(),
    merges: new Map(),
    shares: new Map(),
    findable: new Map(),
    tickets: new Map(),
    messages: new Map(),
    mails: new Map(),
    isCarer: (id, tenant) => state.carers.get(id)?.has(tenant) === true,
    isMerged: (id) => typeof state.records.get(id)?.mergedInto === 'string',
    isArchived: (id) => typeof state.records.get(id)?.archivedAt === 'string',
    isFindable: (id) => state.pets.has(id) && (state.findable.get(id) ?? true) && !state.isArchived(id) && !state.isMerged(id),
  };
  const gallery = createInMemoryGallery(state);
  const events: PublishedEvent[] = [];
  const audit = createInMemoryAuditLog();
  const stores: PetsTransaction = {
    gallery: withCascade(gallery, state),
    pets: createPetStore(state),
    shares: createInMemoryShares(state.shares),
    found: createInMemoryFoundPets(state),
    people: createInMemoryPeople(),
    jobs: {
      // Mails alone are enqueued here.
      async enqueue(_kind, payload) {
        state.mails.set(state.mails.size, payload as unknown as Mail);
        return `mail-${state.mails.size}`;
      },
    },
    audit,
    async publish(event) {
      events.push(event);
    },
  };
  let last: Promise<unknown> = Promise.resolve();
  const petsUnitOfWork: PetsUnitOfWork = {
    run(work) {
      const turn = last.then(() => inTransaction(state, () => work(stores)));
      last = turn.catch(() => {});
      return turn;
    },
  };
  return { gallery: stores.gallery, petsUnitOfWork, audit, events, mails: () => [...state.mails.values()] };
}

async function inTransaction<T>(state: State, work: () => Promise<T>): Promise<T> {
  const maps = Object.values(state).filter((value): value is Map<unknown, unknown> => value instanceof Map);
  const before = maps.map((map) => structuredClone(map));
  try {
    return await work();
  } catch (error) {
    for (const [index, map] of maps.entries()) {
      map.clear();
      for (const [key, value] of before[index] ?? []) map.set(key, value);
    }
    throw error;
  }
}

function withCascade(gallery: PetsDeps['gallery'], state: State): PetsDeps['gallery'] {
  return {
    ...gallery,
    async removePet(id) {
      const keys = await gallery.removePet(id);
      state.records.delete(id);
      state.carers.delete(id);
      state.shares.delete(id);
      state.findable.delete(id);
      state.messages.delete(id);
      removeWhere(state.history, ({ petId }) => petId === id);
      removeWhere(state.invitations, ({ petId }) => petId === id);
      removeWhere(state.merges, ({ kept, merged }) => kept === id || merged === id);
      return keys;
    },
  };
}

function createPetStore(state: State): PetStore {
  const { records, carers, history, invitations, merges } = state;
  const recordOf = (id: PetId): PetRecord | null => {
    const pet = state.pets.get(id);
    return records.get(id) ?? (pet ? withoutRecord(pet, state.owners.get(id) ?? LOCAL_TENANT) : null);
  };
  const allRecords = () => [...state.pets.keys()].flatMap((id) => recordOf(id) ?? []);
  const find = async (id: PetId) => recordOf(id);
  const carersOf = (id: PetId) => carers.get(id) ?? new Map<TenantId, string>();
  return {
    find,
    lock: find,
    async add(record) {
      if (!state.pets.has(record.id) || records.has(record.id))
        throw new Error(`The pet ${record.id} is not in the gallery, or has a record.`);
      records.set(record.id, record);
    },
    async save(record) {
      const before = recordOf(record.id);
      const pet = state.pets.get(record.id);
      if (!pet || before?.version !== record.version) return false;
      records.set(record.id, { ...record, version: record.version + 1 });
      state.pets.set(record.id, { ...pet, name: record.profile.name });
      state.owners.set(record.id, record.tenant);
      // A carer who becomes the owner is a carer no longer.
      carers.get(record.id)?.delete(record.tenant);
      return true;
    },
    async list({ tenants, archived, limit, after }) {
      return allRecords()
        .filter((record) => (record.archivedAt !== null) === archived && record.mergedInto === null)
        .flatMap((record): ListedRecord[] => {
          const isOwner = tenants.includes(record.tenant);
          if (!isOwner && !tenants.some((tenant) => carersOf(record.id).has(tenant))) return [];
          const photoCount = [...state.photos.values()].filter(({ petId }) => petId === record.id).length;
          return [{ record, role: isOwner ? 'owner' : 'carer', photoCount }];
        })
        .sort((a, b) => byNameThenId(nameAndId(a.record), nameAndId(b.record)))
        .filter(({ record }) => after === undefined || byNameThenId(after, nameAndId(record)) < 0)
        .slice(0, limit);
    },
    async owned(tenant) {
      return allRecords()
        .filter((record) => record.tenant === tenant)
        .map(({ id }) => id)
        .sort();
    },
    async findByMicrochips(numbers) {
      return [...records.values()].filter(
        ({ profile, mergedInto }) => mergedInto === null && profile.microchips.some((number) => numbers.includes(number)),
      );
    },
    async access(id) {
      const record = recordOf(id);
      if (!record) return [];
      const owner = { tenant: record.tenant, role: 'owner' as const, since: record.createdAt };
      const others = [...carersOf(id)].map(([tenant, since]) => ({ tenant, role: 'carer' as const, since }));
      return [owner, ...others.sort((a, b) => compare(a.since, b.since) || compare(a.tenant, b.tenant))];
    },
    async addCarer(id, tenant, since) {
      const known = carersOf(id);
      if (recordOf(id)?.tenant !== tenant && !known.has(tenant)) carers.set(id, new Map([...known, [tenant, since]]));
    },
    removeCarer: async (id, tenant) => carers.get(id)?.delete(tenant) ?? false,
    async appendHistory(entry) {
      history.set(Math.max(0, ...history.keys()) + 1, entry);
    },
    async history(id, { limit, before = Number.POSITIVE_INFINITY }) {
      return [...history]
        .filter(([seq, { petId }]) => petId === id && seq < before)
        .map(([seq, entry]) => ({ ...entry, seq }))
        .sort((a, b) => b.seq - a.seq)
        .slice(0, limit);
    },
    async addInvitation(invitation) {
      invitations.set(invitation.id, invitation);
    },
    async findInvitation(key) {
      const fits = (one: Invitation) => ('id' in key ? one.id === key.id : one.tokenSha256 === key.tokenSha256);
      return [...invitations.values()].find(fits) ?? null;
    },
    openInvitations: async (id) => [...invitations.values()].filter(({ petId, state }) => petId === id && state === 'open'),
    async setInvitationState(id, state) {
      const invitation = invitations.get(id);
      if (invitation) invitations.set(id, { ...invitation, state });
    },
    async addMerge(merge) {
      merges.set(merge.id, merge);
    },
    findMerge: async (id) => merges.get(id) ?? null,
    async openMerges(id) {
      return [...merges.values()]
        .filter(({ kept, merged, undoneAt }) => undoneAt === null && (kept === id || merged === id))
        .sort((a, b) => compare(b.mergedAt, a.mergedAt) || compare(b.id, a.id));
    },
    async setMergeUndone(id, at) {
      const merge = merges.get(id);
      if (merge) merges.set(id, { ...merge, undoneAt: at });
    },
    mergedInto: async (id) => [...records.values()].filter(({ mergedInto }) => mergedInto === id).map((record) => record.id),
    async forgetTenant(tenant) {
      for (const known of carers.values()) known.delete(tenant);
      removeWhere(invitations, ({ by }) => by.tenant === tenant);
      for (const [seq, entry] of history) {
        if (entry.by?.tenant === tenant) history.set(seq, { ...entry, by: null });
      }
      for (const merge of merges.values()) merges.set(merge.id, { ...merge, carers: merge.carers.filter((carer) => carer !== tenant) });
    },
    async countRowsOf(tenant) {
      const named = [
        allRecords().filter((record) => record.tenant === tenant),
        [...carers.values()].filter((known) => known.has(tenant)),
        [...history.values(), ...invitations.values()].filter(({ by }) => by?.tenant === tenant),
        [...merges.values()].filter((merge) => merge.carers.includes(tenant)),
      ];
      return named.flat().length;
    },
  };
}

/** A pet that was enrolled without a record, until its first change. */
function withoutRecord(pet: Pet, tenant: TenantId): PetRecord {
  const profile = emptyProfile(pet.name, pet.species);
  return { id: pet.id, tenant, profile, version: 0, archivedAt: null, mergedInto: null, createdAt: pet.enrolledAt };
}

function removeWhere<Key, Value>(map: Map<Key, Value>, which: (value: Value) => boolean): void {
  for (const [key, value] of map) if (which(value)) map.delete(key);
}

function nameAndId({ id, profile }: PetRecord): { readonly id: PetId; readonly name: string } {
  return { id, name: profile.name };
}

function byNameThenId(a: { readonly id: PetId; readonly name: string }, b: { readonly id: PetId; readonly name: string }): number {
  return compare(a.name, b.name) || compare(a.id, b.id);
}

/** By code points, as a database in the C collation does. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
