import type { PetId } from '../recognition/index.ts';
import type { PetShare } from './pet-record.ts';

/** Links that show a pet to whoever has them, one for each pet at most. Used inside a unit of work. Implemented by packages/postgres. */
export interface PetShares {
  of(petId: PetId): Promise<PetShare | null>;
  find(token: string): Promise<PetShare | null>;
  /** Instead of the one before. */
  set(share: PetShare): Promise<void>;
  /** False: there was none. */
  remove(petId: PetId): Promise<boolean>;
}
