import { createHash } from 'node:crypto';
import { type EnrolPet, type EnrolResult, enrolPet, type Ids, type PetId, type RecognitionDeps } from '@snout/core/recognition';

/** `key-reused`: the key was used before for another request. */
export type IdempotentEnrolResult = EnrolResult | { readonly kind: 'key-reused' };

/**
 * Enrolment that is done once however often the same request arrives (draft-ietf-httpapi-idempotency-key-header). The id of the
 * pet is made from the key, so the gallery itself remembers across restarts which keys were used, for as long as the pet is
 * known; nothing else is stored. A key whose request stored nothing may be tried again, and one whose pet was forgotten too.
 */
export class IdempotentEnrolment {
  readonly #deps: RecognitionDeps;
  readonly #underWay = new Map<PetId, { readonly fingerprint: string; readonly result: Promise<IdempotentEnrolResult> }>();

  constructor(deps: RecognitionDeps) {
    this.#deps = deps;
  }

  /** Without a key: enrols. With one: enrols, or gives what the same request gave before (`skipped` is empty then). */
  async enrol(request: EnrolPet, key: string | undefined): Promise<IdempotentEnrolResult> {
    if (key === undefined) return enrolPet(this.#deps, request);
    const petId = petIdOf(key);
    const fingerprint = fingerprintOf(request);
    const before = this.#underWay.get(petId);
    if (before) return before.fingerprint === fingerprint ? before.result : { kind: 'key-reused' };
    const result = this.#enrolAs(petId, request);
    this.#underWay.set(petId, { fingerprint, result });
    try {
      return await result;
    } finally {
      this.#underWay.delete(petId);
    }
  }

  async #enrolAs(petId: PetId, request: EnrolPet): Promise<IdempotentEnrolResult> {
    const known = await this.#deps.gallery.findPet(petId);
    if (!known) return enrolPet({ ...this.#deps, ids: startingWith(petId, this.#deps.ids) }, request);
    const offered = new Set(request.photos.map((photo) => sha256(photo.bytes)));
    const same = known.pet.name === request.name.trim() && known.photos.some((photo) => offered.has(photo.sha256));
    return same ? { kind: 'enrolled', pet: known.pet, photos: known.photos, skipped: [] } : { kind: 'key-reused' };
  }
}

/** The first id an enrolment asks for is the pet's. */
function startingWith(first: string, rest: Ids): Ids {
  let used = false;
  return {
    next() {
      if (used) return rest.next();
      used = true;
      return first;
    },
  };
}

/** 128 bits of the key's SHA-256 in the form of a UUID, version 8 (RFC 9562: custom). */
function petIdOf(key: string): PetId {
  const hex = sha256(Buffer.from(`snout:enrol:${key}`));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as PetId;
}

function fingerprintOf(request: EnrolPet): string {
  const photos = request.photos.map((photo) => [sha256(photo.bytes), photo.box ?? null]);
  const { name, species, allowDuplicate, sameAnimal } = request;
  return sha256(Buffer.from(JSON.stringify([name, species ?? null, allowDuplicate ?? false, sameAnimal ?? false, photos])));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
