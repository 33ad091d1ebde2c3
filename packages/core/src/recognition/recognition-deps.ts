import type { MarkFinder } from '../matching/mark-finder.port.ts';
import type { Clock } from './clock.port.ts';
import type { Gallery } from './gallery.port.ts';
import type { Ids } from './ids.port.ts';
import type { PhotoStore } from './photo-store.port.ts';
import type { Recogniser } from './recogniser.port.ts';

/** Everything the recognition use cases stand on. Each use case asks for the part it needs. */
export interface RecognitionDeps {
  readonly gallery: Gallery;
  readonly photos: PhotoStore;
  readonly recogniser: Recogniser;
  /** Null: close-ups of noses are of no use, and faces alone are compared. */
  readonly markFinder: MarkFinder | null;
  readonly clock: Clock;
  readonly ids: Ids;
}
