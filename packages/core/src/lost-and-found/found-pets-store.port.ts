import type { PetId } from '../recognition/index.ts';

/** Lets a finder leave one message for the owners of the pets that the photos looked like. The finder gets the secret and nothing else. */
export interface FoundTicket {
  /** Of the secret, hex. */
  readonly tokenSha256: string;
  /** Most alike first. */
  readonly petIds: readonly PetId[];
  /** Whether Snout takes the animal for the first of them. */
  readonly isSure: boolean;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** Which pets may be found, and what finders left. Used inside a unit of work. Implemented by packages/postgres. */
export interface FoundPetsStore {
  /** What the owner said, or else what is usual for the owner's kind of account: personal ones are found. */
  isFindable(petId: PetId): Promise<boolean>;
  /** Null: as usual for the owner's kind of account. */
  setFindable(petId: PetId, findable: boolean | null): Promise<void>;
  /** Those that may be found and are neither archived nor merged into another. */
  findableAmong(petIds: readonly PetId[]): Promise<ReadonlySet<PetId>>;

  /** Forgets those that have expired. */
  addTicket(ticket: FoundTicket, now: Date): Promise<void>;
  /** Takes the ticket, so that nobody can again. Null: there is none, it was taken, or it has expired. */
  takeTicket(tokenSha256: string, now: Date): Promise<FoundTicket | null>;
  /** Counts a message about the pet; gives how many there were within the day before, with this one. Forgets older ones. */
  countMessage(petId: PetId, at: Date): Promise<number>;
}
