import type { RecognitionDeps } from '../recognition/index.ts';
import type { PetsUnitOfWork } from './pets-unit-of-work.port.ts';

/** Everything the pet use cases stand on. Each use case asks for the part it needs. */
export interface PetsDeps extends RecognitionDeps {
  readonly petsUnitOfWork: PetsUnitOfWork;
}
